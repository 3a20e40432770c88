package dev.carrier.runtime.measure;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** How many records wait for a consumer, all its partitions together. */
public final class Lag {
    private static final String GROUP = "consumer-fetch-manager-metrics";

    private Lag() {}

    /**
     * Has it measured.
     *
     * @param consumer such as {@code responder-discord}
     * @param subject kept by its owner; only weakly here
     */
    public static <T> void measure(
            MeterRegistry registry, String consumer, T subject, ToDoubleFunction<T> records) {
        Gauge.builder("carrier.consumer.lag.records", subject, records)
                .tag("consumer", consumer)
                .description("records that wait to be read, as far as is known")
                .register(registry);
    }

    /** The records that wait, by what consumers say of themselves; those that say none count 0. */
    public static double of(Map<MetricName, ? extends Metric> metrics) {
        // A topic with dots in its name is told of twice, the other time with underscores.
        Map<String, Double> lags = new HashMap<>();
        metrics.forEach((name, metric) -> {
            if (name.group().equals(GROUP)
                    && name.name().equals("records-lag")
                    && name.tags().containsKey("partition")
                    && metric.metricValue() instanceof Number records
                    && Double.isFinite(records.doubleValue())) {
                lags.merge(
                        name.tags().values().toString().replace('.', '_'),
                        records.doubleValue(),
                        Math::max);
            }
        });
        return lags.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
