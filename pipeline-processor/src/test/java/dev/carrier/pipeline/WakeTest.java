package dev.carrier.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WakeTest {
    private final MockProcessorContext<byte[], byte[]> task = new MockProcessorContext<>();
    private final AtomicInteger woken = new AtomicInteger();
    private final Wake wake = new Wake(task, woken::incrementAndGet);

    @BeforeEach
    void itIsASecondAfterTheEpoch() {
        task.setCurrentSystemTimeMs(1000);
    }

    @Test
    void theEarliestOfTheTimesCounts() {
        wake.by(1500);
        wake.by(1200);
        wake.by(1700);

        assertThat(calls()).hasSize(1);
        assertThat(calls().getFirst().getInterval()).hasMillis(200);
    }

    @Test
    void itWakesOnce() {
        wake.by(1200);

        call();

        assertThat(woken).hasValue(1);
        assertThat(calls()).isEmpty();
    }

    @Test
    void afterItWokeALaterTimeCountsAgain() {
        wake.by(1200);
        call();

        wake.by(1900);

        assertThat(calls()).hasSize(1);
    }

    @Test
    void aTimeThatHasGoneByIsAtOnce() {
        wake.by(10);

        assertThat(calls().getFirst().getInterval()).hasMillis(1);
    }

    private void call() {
        calls().getFirst().getPunctuator().punctuate(task.currentSystemTimeMs());
    }

    private List<CapturedPunctuator> calls() {
        return task.scheduledPunctuators().stream().filter(one -> !one.cancelled()).toList();
    }
}
