package dev.carrier.cli;

import dev.carrier.contracts.Json;
import dev.carrier.contracts.Topic;
import dev.carrier.contracts.Topics;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.TopicSetup;
import dev.carrier.runtime.settings.KafkaSettings;
import dev.carrier.runtime.settings.Settings;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the topics and how much is in them. */
@Command(
        name = "topics",
        description =
                "The topics: partitions, records, what they carry, who writes and reads them.",
        footer = {"", "Records are counted by offset: the marks of transactions count too."})
final class TopicsCommand implements Callable<Integer> {
    private final Carrier carrier;

    @Option(
            names = "--create",
            description =
                    "First creates what is missing, with kafka.partitions and kafka.retention: for"
                            + " workers that run alone, once, before the first of them starts.")
    private boolean create;

    TopicsCommand(Carrier carrier) {
        this.carrier = carrier;
    }

    @Override
    public Integer call() {
        Settings settings = carrier.settings().settings();
        try (Servers servers = Servers.reach(settings);
                TopicCounts counts = new TopicCounts(servers.kafka())) {
            if (create) {
                ensure(servers.kafka(), settings.kafka());
            }
            List<TopicCounts.Count> rows = Topics.all().stream().map(counts::of).toList();
            if (carrier.json()) {
                json(rows);
            } else {
                table(rows);
            }
        }
        return 0;
    }

    private static void ensure(KafkaClients kafka, KafkaSettings wanted) {
        try (Admin admin = kafka.admin("carrier-setup")) {
            int replication = wanted.embedded() ? 1 : -1;
            TopicSetup.ensure(admin, wanted.partitions(), wanted.retention(), replication);
        }
    }

    private void json(List<TopicCounts.Count> rows) {
        var topics = Json.mapper().createArrayNode();
        for (TopicCounts.Count row : rows) {
            Topic<?> topic = row.topic();
            topics.addObject()
                    .put("topic", topic.name())
                    .put("partitions", row.partitions())
                    .put("records", row.records())
                    .put("carries", topic.purpose())
                    .put("writtenBy", topic.writtenBy())
                    .put("readBy", topic.readBy());
        }
        carrier.out().println(topics);
    }

    private void table(List<TopicCounts.Count> rows) {
        PrintWriter out = carrier.out();
        out.printf("%-27s %10s %10s  %s%n", "topic", "partitions", "records", "carries");
        for (TopicCounts.Count row : rows) {
            Topic<?> topic = row.topic();
            if (row.partitions() == 0) {
                out.printf("%-27s %10s %10s  %s%n", topic.name(), "-", "-", "not created yet");
                continue;
            }
            out.printf(
                    "%-27s %10d %10d  %s%n",
                    topic.name(), row.partitions(), row.records(), topic.purpose());
            out.printf("%51s%s -> %s%n", "", topic.writtenBy(), topic.readBy());
        }
    }
}
