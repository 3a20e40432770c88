package dev.carrier.runtime.dispatch;

import dev.carrier.runtime.measure.Lag;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** What a dispatcher says of itself, as measures. */
public final class DispatcherMeters {
    private DispatcherMeters() {}

    /**
     * Has it measured for as long as it lives.
     *
     * @param consumer its name, such as {@code provider-stage}
     */
    public static void measure(MeterRegistry registry, String consumer, Dispatcher dispatcher) {
        Lag.measure(registry, consumer, dispatcher, it -> it.status().lag());
        Gauge.builder("carrier.in.flight.records", dispatcher, it -> it.status().inFlight())
                .tag("consumer", consumer)
                .description("records taken and not yet done")
                .register(registry);
        Gauge.builder("carrier.dispatcher.up", dispatcher, it -> it.status().alive() ? 1 : 0)
                .tag("consumer", consumer)
                .description("1 while it takes records and nothing is in its way")
                .register(registry);
        FunctionCounter.builder(
                        "carrier.dispatcher.restarts", dispatcher, it -> it.status().restarts())
                .tag("consumer", consumer)
                .description("how often it began anew with new clients of Kafka")
                .register(registry);
    }
}
