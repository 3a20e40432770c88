package dev.carrier.runtime.dispatch;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.embedded.TestServers;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DispatcherIT {
    private final Scene scene = new Scene(TestServers.shared().kafka().bootstrap(), 4);

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void eachRecordHasOneResult() {
        List<String> texts = scene.write(0, 500, 100);

        scene.start("a", Ordering.NONE, 1000, (_, _) -> "done");

        scene.awaitOneResultEach(Scene.all(texts, "done"));
    }

    @Test
    void recordsOfOneKeyAreHandledOneByOneInOrder() {
        List<String> texts = scene.write(0, 300, 7);
        AtomicInteger[] atWork = new AtomicInteger[7];
        java.util.Arrays.setAll(atWork, _ -> new AtomicInteger());
        AtomicInteger most = new AtomicInteger();

        scene.start(
                "a",
                Ordering.BY_KEY,
                1000,
                (text, _) -> {
                    AtomicInteger lane = atWork[Integer.parseInt(text) % 7];
                    most.accumulateAndGet(lane.incrementAndGet(), Math::max);
                    MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(5));
                    lane.decrementAndGet();
                    return "done";
                });

        List<String> results = scene.awaitOneResultEach(Scene.all(texts, "done"));
        assertThat(most).hasValue(1);
        for (int key = 0; key < 7; key++) {
            int lane = key;
            assertThat(results)
                    .filteredOn(one -> Integer.parseInt(one.split(" ")[0]) % 7 == lane)
                    .isSortedAccordingTo((a, b) ->
                            Integer.parseInt(a.split(" ")[0]) - Integer.parseInt(b.split(" ")[0]));
        }
    }

    @Test
    void whatIsFinishedBehindASlowRecordIsCommittedAndNotRepeatedByTheNextInstance() {
        List<String> texts = scene.write(0, 40, 40);
        CountDownLatch slow = new CountDownLatch(1);
        Dispatcher first =
                scene.start(
                        "a",
                        Ordering.NONE,
                        1000,
                        (text, _) -> {
                            if (Integer.parseInt(text) < 4) {
                                slow.await();
                            }
                            return "first";
                        });
        List<String> quick = Scene.all(texts.subList(4, 40), "first");
        await().atMost(Scene.PATIENCE)
                .untilAsserted(() ->
                        assertThat(scene.results()).containsExactlyInAnyOrderElementsOf(quick));
        first.close();

        scene.start("b", Ordering.NONE, 1000, (_, _) -> "second");

        List<String> expected = new java.util.ArrayList<>(quick);
        expected.addAll(Scene.all(texts.subList(0, 4), "second"));
        scene.awaitOneResultEach(expected);
    }
}
