package dev.carrier.runtime.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.embedded.TestServers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Offsets without a record: markers of transactions, aborted records, compacted ones. */
class HolesIT {
    private final String bootstrap = TestServers.shared().kafka().bootstrap();
    private final Scene scene = new Scene(bootstrap, 1, "holes-" + UUID.randomUUID());
    private final Calls calls = new Calls();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void markersAndAbortedRecordsCountAsFinished() {
        scene.createTopics(Map.of());
        List<String> texts = new ArrayList<>();
        try (Producer<byte[], byte[]> producer =
                scene.clients().transactionalProducer("writer-" + UUID.randomUUID())) {
            producer.initTransactions();
            for (int number = 0; number < 30; number++) {
                producer.beginTransaction();
                producer.send(scene.record("key" + number, "" + number));
                producer.flush();
                if (number % 3 == 0) {
                    producer.abortTransaction();
                } else {
                    producer.commitTransaction();
                    texts.add("" + number);
                }
            }
        }
        Echo.Call call =
                (text, _) -> {
                    calls.make(text, Set.of("1"));
                    return "done";
                };
        Dispatcher first = scene.start("a", Ordering.NONE, 100, call);
        await().atMost(Scene.PATIENCE)
                .until(() -> calls.total() == 20 && first.status().inFlight() == 1);
        first.close();
        calls.letGo();

        scene.start("b", Ordering.NONE, 100, call);

        scene.awaitOneResultEach(Scene.all(texts, "done"));
        assertThat(calls.calledTwice()).containsExactly("1");
        // 30 records and 30 markers; those at the end as well.
        await().atMost(Scene.PATIENCE)
                .untilAsserted(() ->
                        assertThat(scene.committed(0))
                                .hasValueSatisfying(all -> assertThat(all.offset()).isEqualTo(60)));
    }

    @Test
    void compactedRecordsCountAsFinished() {
        scene.createTopics(
                Map.of(
                        "cleanup.policy", "compact",
                        "segment.ms", "100",
                        "min.cleanable.dirty.ratio", "0.01",
                        "max.compaction.lag.ms", "100",
                        "segment.bytes", "1048576"));
        List<String> texts = scene.write(0, 200, 5);
        // A segment is closed when something comes after it.
        await().atMost(Scene.PATIENCE)
                .until(() -> {
                    scene.write(1000, 1, 1);
                    return scene.inputs().size() < 150;
                });
        List<String> left = scene.inputs();

        scene.start("a", Ordering.BY_KEY, 100, (_, _) -> "done");

        await().atMost(Scene.PATIENCE)
                .untilAsserted(
                        () -> assertThat(scene.results()).contains(left.getLast() + " done"));
        assertThat(left).hasSizeLessThan(texts.size());
        await().atMost(Scene.PATIENCE)
                .untilAsserted(() ->
                        assertThat(scene.committed(0))
                                .hasValueSatisfying(
                                        all -> assertThat(all.offset()).isGreaterThan(200)));
    }
}
