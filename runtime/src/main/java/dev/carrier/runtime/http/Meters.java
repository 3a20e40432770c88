package dev.carrier.runtime.http;

import dev.carrier.runtime.measure.KafkaMeters;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** What a process measures. Thread-safe. */
public final class Meters implements AutoCloseable {
    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final KafkaMeters kafka = new KafkaMeters(registry);

    /**
     * @param worker the name that every meter carries
     */
    public Meters(String worker) {
        registry.config().commonTags("worker", worker);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
    }

    /** Where to measure. */
    public MeterRegistry registry() {
        return registry;
    }

    /** Takes Kafka's clients in. */
    public KafkaMeters kafka() {
        return kafka;
    }

    /** Measures whether the process is ready; its checks are asked whenever it is read. */
    public void measure(Health health) {
        Gauge.builder(
                        "carrier.ready",
                        health,
                        it -> it.ready().stream().allMatch(Health.Check::ok) ? 1 : 0)
                .description("1 while every check of /health/ready is ok")
                .register(registry);
    }

    /** Everything measured so far, in Prometheus' text format. */
    public String scrape() {
        kafka.look();
        return registry.scrape();
    }

    @Override
    public void close() {
        registry.close();
    }
}
