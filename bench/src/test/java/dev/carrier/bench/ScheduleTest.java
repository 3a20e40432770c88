package dev.carrier.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void aBeatThatIsNotDoneHoldsUpNoLaterOne() throws InterruptedException {
        CountDownLatch last = new CountDownLatch(1);
        Set<Integer> done = new ConcurrentSkipListSet<>();
        CountDownLatch all = new CountDownLatch(4);

        Schedule.of(20, Duration.ofMillis(200))
                .play(beat -> {
                    try {
                        if (beat == 3) {
                            last.countDown();
                        }
                        // Every beat waits for the last: were they one after the other, none would
                        // end.
                        last.await();
                        done.add(beat);
                        all.countDown();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });

        all.await();
        assertThat(done).containsExactly(0, 1, 2, 3);
    }
}
