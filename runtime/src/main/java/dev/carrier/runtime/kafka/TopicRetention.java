package dev.carrier.runtime.kafka;

import dev.carrier.contracts.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long a topic keeps its records, as the settings say it today. */
final class TopicRetention {
    private static final Logger LOG = LoggerFactory.getLogger(TopicRetention.class);

    /**
     * Kafka forgets whole segments, and never the newest. A segment of a day keeps a quiet topic
     * from remembering for twice its retention.
     */
    private static final Duration LONGEST_SEGMENT = Duration.ofDays(1);

    private TopicRetention() {}

    /** The settings of a topic with that retention. */
    static Map<String, String> settings(Topic<?> topic, Duration retention) {
        if (topic.compacted()) {
            return Map.of("cleanup.policy", "compact");
        }
        var segment = retention.compareTo(LONGEST_SEGMENT) < 0 ? retention : LONGEST_SEGMENT;
        return Map.of(
                "cleanup.policy", "delete",
                "retention.ms", String.valueOf(retention.toMillis()),
                "segment.ms", String.valueOf(segment.toMillis()));
    }

    /**
     * Changes the topics that have other settings. A user that may not do so goes on with what is
     * there: on a shared cluster that is the operator's choice.
     */
    static void update(Admin admin, Collection<? extends Topic<?>> topics, Duration retention) {
        Map<ConfigResource, Topic<?>> byResource = new HashMap<>();
        topics.forEach(topic -> byResource.put(resource(topic), topic));
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        try {
            admin.describeConfigs(byResource.keySet())
                    .all()
                    .get()
                    .forEach((resource, found) -> {
                        var topic = byResource.get(resource);
                        if (topic != null) {
                            var different = different(found, settings(topic, retention));
                            if (!different.isEmpty()) {
                                changes.put(resource, different);
                            }
                        }
                    });
            admin.incrementalAlterConfigs(changes).all().get();
        } catch (ExecutionException e) {
            var failure = KafkaTrouble.asSetupProblem(e);
            LOG.atWarn()
                    .addKeyValue("reason", failure.getMessage())
                    .log("kafka.retention could not be given to the topics that exist");
            return;
        } catch (InterruptedException e) {
            throw Answers.interrupted(e);
        }
        if (!changes.isEmpty()) {
            var names = changes.keySet().stream().map(ConfigResource::name).sorted();
            LOG.atInfo()
                    .addKeyValue("topics", names.collect(Collectors.joining(",")))
                    .addKeyValue("retention", retention)
                    .log("topics keep their records differently from now on");
        }
    }

    private static List<AlterConfigOp> different(Config found, Map<String, String> wanted) {
        return wanted.entrySet().stream()
                .filter(setting -> !setting.getValue().equals(value(found, setting.getKey())))
                .map(setting -> new ConfigEntry(setting.getKey(), setting.getValue()))
                .map(entry -> new AlterConfigOp(entry, AlterConfigOp.OpType.SET))
                .toList();
    }

    private static String value(Config found, String name) {
        var entry = found.get(name);
        return entry == null ? "" : String.valueOf(entry.value());
    }

    private static ConfigResource resource(Topic<?> topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }
}
