package dev.carrier.cli;

import dev.carrier.contracts.Json;
import dev.carrier.contracts.Topic;
import dev.carrier.contracts.Topics;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Prints the topics and how much is in them. */
@Command(
        name = "topics",
        description =
                "The topics: partitions, records, what they carry, who writes and reads them.",
        footer = {"", "Records are counted by offset: the marks of transactions count too."})
final class TopicsCommand implements Callable<Integer> {
    private final Carrier carrier;

    TopicsCommand(Carrier carrier) {
        this.carrier = carrier;
    }

    @Override
    public Integer call() {
        try (Servers servers = Servers.reach(carrier.settings().settings());
                TopicCounts counts = new TopicCounts(servers.kafka())) {
            List<TopicCounts.Count> rows = Topics.all().stream().map(counts::of).toList();
            if (carrier.json()) {
                json(rows);
            } else {
                table(rows);
            }
        }
        return 0;
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
