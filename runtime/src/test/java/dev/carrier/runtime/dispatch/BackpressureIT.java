package dev.carrier.runtime.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.embedded.TestServers;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackpressureIT {
    private final Scene scene = new Scene(TestServers.shared().kafka().bootstrap(), 4);
    private final Calls calls = new Calls();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aThousandCallsOfTwoSecondsAreInFlightAtOnce() {
        List<String> texts = scene.write(0, 1000, 1000);

        scene.start(
                "a",
                Ordering.BY_KEY,
                2000,
                (text, _) -> {
                    calls.make(text, Set.of());
                    calls.makeSlow(text + " waits");
                    TimeUnit.SECONDS.sleep(2);
                    return "done";
                });
        await().atMost(Scene.PATIENCE).until(() -> calls.running() == 1000);
        calls.letGo();

        scene.awaitOneResultEach(Scene.all(texts, "done"));
        assertThat(calls.calledTwice()).isEmpty();
    }

    @Test
    void noMoreThanAllowedAreHeldAndTheOthersFollowWhenThereIsRoom() {
        List<String> texts = scene.write(0, 300, 300);

        Dispatcher dispatcher =
                scene.start(
                        "a",
                        Ordering.NONE,
                        10,
                        (text, _) -> {
                            calls.makeSlow(text);
                            return "done";
                        });
        await().atMost(Scene.PATIENCE).until(() -> calls.running() == 10);
        await().atMost(Scene.PATIENCE).until(() -> dispatcher.status().lag() == 290);
        assertThat(dispatcher.status().inFlight()).isEqualTo(10);
        calls.letGo();

        scene.awaitOneResultEach(Scene.all(texts, "done"));
        assertThat(calls.mostAtOnce()).isEqualTo(10);
    }

    @Test
    void oneSlowCallHoldsUpItsPartitionOnlyBeyondWhatTheBookCanHold() {
        Scene one = new Scene(TestServers.shared().kafka().bootstrap(), 1);
        int count = OffsetBook.SPAN + 1_500;
        List<String> texts = one.write(0, count, 100);
        try {
            Dispatcher dispatcher =
                    one.start(
                            "a",
                            Ordering.NONE,
                            2000,
                            (text, _) -> {
                                calls.make(text, Set.of("0"));
                                return "done";
                            });
            await().atMost(Scene.PATIENCE)
                    .until(() -> dispatcher.status().lag() == count - OffsetBook.SPAN);
            await().atMost(Scene.PATIENCE).until(() -> dispatcher.status().inFlight() == 1);
            assertThat(calls.total()).isEqualTo(OffsetBook.SPAN);
            assertThat(one.committed(0))
                    .hasValueSatisfying(held -> {
                        assertThat(held.offset()).isZero();
                        assertThat(held.metadata()).hasSizeLessThan(4096);
                    });
            calls.letGo();

            one.awaitOneResultEach(Scene.all(texts, "done"));
            assertThat(calls.calledTwice()).isEmpty();
        } finally {
            one.close();
        }
    }
}
