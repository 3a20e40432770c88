package dev.carrier.runtime.measure;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;

/** Counts what a worker put among the dead letters. Thread-safe. */
public final class DeadLetters {
    private final Counter counter;

    /**
     * @param stage who writes them, such as {@code responder}
     */
    public DeadLetters(MeterRegistry registry, String stage) {
        counter =
                Counter.builder("carrier.dead.letters")
                        .tag("stage", stage)
                        .description("records put among the dead letters")
                        .register(registry);
    }

    /** The same where the worker counts by itself. */
    public static <T> void measure(
            MeterRegistry registry, String stage, T subject, ToDoubleFunction<T> count) {
        FunctionCounter.builder("carrier.dead.letters", subject, count)
                .tag("stage", stage)
                .description("records put among the dead letters")
                .register(registry);
    }

    /** One more. */
    public void written() {
        counter.increment();
    }
}
