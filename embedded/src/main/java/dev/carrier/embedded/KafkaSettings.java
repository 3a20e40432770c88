package dev.carrier.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The settings of a broker that is alone on a machine of two cores. */
final class KafkaSettings {
    static final int NODE = 1;
    static final String CLIENT = "CLIENT";
    static final String CONTROLLER = "CONTROLLER";

    private KafkaSettings() {}

    /**
     * @param logs the formatted log directory
     * @param port where clients connect
     * @param controllerPort where the broker talks to the controller, both in this JVM
     * @param extra settings that win over these, such as another security protocol of the listener
     */
    static Properties of(Path logs, int port, int controllerPort, Map<String, String> extra) {
        var settings = new Properties();
        settings.putAll(place(logs, port, controllerPort));
        settings.putAll(ONE_NODE);
        settings.putAll(SMALL);
        settings.putAll(QUICK);
        settings.putAll(extra);
        return settings;
    }

    /**
     * Of the same node without its broker.
     *
     * @param logs the formatted log directory
     */
    static Properties ofControllerAlone(Path logs, int controllerPort) {
        var controller = Ports.LOOPBACK + ":" + controllerPort;
        var settings = new Properties();
        settings.putAll(ONE_NODE);
        settings.putAll(
                Map.of(
                        "process.roles",
                        "controller",
                        "node.id",
                        String.valueOf(NODE),
                        "controller.quorum.voters",
                        NODE + "@" + controller,
                        "listeners",
                        CONTROLLER + "://" + controller,
                        "listener.security.protocol.map",
                        CONTROLLER + ":PLAINTEXT",
                        "controller.listener.names",
                        CONTROLLER,
                        "log.dirs",
                        logs.toString()));
        return settings;
    }

    private static Map<String, String> place(Path logs, int port, int controllerPort) {
        var clients = CLIENT + "://" + Ports.LOOPBACK + ":" + port;
        var controller = Ports.LOOPBACK + ":" + controllerPort;
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                String.valueOf(NODE),
                "controller.quorum.voters",
                NODE + "@" + controller,
                "listeners",
                clients + "," + CONTROLLER + "://" + controller,
                "advertised.listeners",
                clients,
                "listener.security.protocol.map",
                CLIENT + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT",
                "inter.broker.listener.name",
                CLIENT,
                "controller.listener.names",
                CONTROLLER,
                "log.dirs",
                logs.toString());
    }

    private static final Map<String, String> ONE_NODE =
            Map.ofEntries(
                    Map.entry("default.replication.factor", "1"),
                    Map.entry("min.insync.replicas", "1"),
                    Map.entry("offsets.topic.replication.factor", "1"),
                    Map.entry("transaction.state.log.replication.factor", "1"),
                    Map.entry("transaction.state.log.min.isr", "1"),
                    Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                    Map.entry("share.coordinator.state.topic.min.isr", "1"),
                    Map.entry("auto.create.topics.enable", "false"),
                    // Kafka's own default, kept on purpose: a dispatcher's bitmap that fits here
                    // fits on any cluster.
                    Map.entry("offset.metadata.max.bytes", "4096"));

    private static final Map<String, String> SMALL =
            Map.ofEntries(
                    Map.entry("offsets.topic.num.partitions", "4"),
                    Map.entry("transaction.state.log.num.partitions", "4"),
                    Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                    // The default takes 128 MiB of heap.
                    Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
                    Map.entry("log.index.size.max.bytes", "2097152"),
                    Map.entry("num.network.threads", "2"),
                    Map.entry("num.io.threads", "4"),
                    Map.entry("num.recovery.threads.per.data.dir", "2"),
                    Map.entry("background.threads", "2"),
                    Map.entry("group.coordinator.threads", "1"),
                    Map.entry("share.coordinator.threads", "1"));

    private static final Map<String, String> QUICK =
            Map.ofEntries(
                    // A write of one node waits for no other: what it gathers for is only delay.
                    Map.entry("controller.quorum.append.linger.ms", "1"),
                    Map.entry("group.initial.rebalance.delay.ms", "0"),
                    // A broker that was not heard for a session is taken for dead, and transactions
                    // that end at that moment stay pending for ever. Controller and broker are in
                    // this JVM: one that stood still for a while is not dead.
                    Map.entry("broker.session.timeout.ms", "60000"),
                    Map.entry("group.streams.initial.rebalance.delay.ms", "0"),
                    // A crashed worker's partitions stay stuck for a session; the default is 45 s.
                    Map.entry("group.consumer.min.session.timeout.ms", "6000"),
                    Map.entry("group.consumer.session.timeout.ms", "6000"),
                    Map.entry("group.consumer.heartbeat.interval.ms", "2000"),
                    Map.entry("group.consumer.min.heartbeat.interval.ms", "2000"),
                    Map.entry("group.streams.min.session.timeout.ms", "6000"),
                    Map.entry("group.streams.session.timeout.ms", "6000"),
                    Map.entry("group.streams.heartbeat.interval.ms", "2000"),
                    Map.entry("group.streams.min.heartbeat.interval.ms", "2000"),
                    // An open transaction of a crashed worker blocks every reader until it is
                    // aborted: look for those every second, and allow none beyond a minute.
                    Map.entry(
                            "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000"),
                    Map.entry("transaction.max.timeout.ms", "60000"),
                    // A transaction begun while the one before it is being ended is asked for
                    // again inside the broker after this long, which is longer than the end takes.
                    Map.entry("add.partitions.to.txn.retry.backoff.ms", "2"));
}
