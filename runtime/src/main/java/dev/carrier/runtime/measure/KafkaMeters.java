package dev.carrier.runtime.measure;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * What Kafka's clients and Kafka Streams measure of themselves: a few of hundreds, named as
 * Micrometer's own binders name them. Those binders keep a thread for each client, and go on
 * looking at clients that are closed where they share one; here it is looked whenever somebody
 * asks. Thread-safe.
 */
public final class KafkaMeters {
    private static final String CLIENT = "client-id";

    /** Those that are kept; each with exactly these tags, as a name has one set of labels only. */
    private static final List<Kept> KEPT =
            List.of(
                    new Kept("consumer-coordinator-metrics", "rebalance-total", CLIENT),
                    new Kept("consumer-fetch-manager-metrics", "records-consumed-total", CLIENT),
                    new Kept("producer-metrics", "record-send-total", CLIENT),
                    new Kept("producer-metrics", "record-error-total", CLIENT),
                    new Kept("producer-metrics", "record-retry-total", CLIENT),
                    new Kept("producer-metrics", "request-latency-avg", CLIENT),
                    new Kept("stream-metrics", "alive-stream-threads", CLIENT),
                    new Kept("stream-metrics", "failed-stream-threads", CLIENT),
                    new Kept("stream-thread-metrics", "commit-latency-avg", "thread-id"),
                    new Kept("stream-thread-metrics", "process-latency-avg", "thread-id"));

    private final MeterRegistry registry;
    private final Set<Measured> measured = ConcurrentHashMap.newKeySet();

    /** Measures there. */
    public KafkaMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    private record Kept(String group, String metric, String tag) {
        boolean is(MetricName name) {
            return name.group().equals(group)
                    && name.name().equals(metric)
                    && name.tags().keySet().equals(Set.of(tag));
        }

        String meter() {
            return "kafka." + (group.replace("-metrics", "") + "." + metric).replace('-', '.');
        }
    }

    /** Of one client; ends when it is closed. */
    @FunctionalInterface
    public interface Measure extends AutoCloseable {
        @Override
        void close();
    }

    private final class Measured implements Measure {
        private final Supplier<Map<MetricName, ? extends Metric>> client;
        private final Set<Meter.Id> its = new HashSet<>();
        private boolean closed;

        Measured(Supplier<Map<MetricName, ? extends Metric>> client) {
            this.client = client;
        }

        synchronized void look() {
            if (!closed) {
                client.get()
                        .values()
                        .forEach(metric ->
                                KEPT.stream()
                                        .filter(kept -> kept.is(metric.metricName()))
                                        .forEach(kept -> its.add(add(kept, metric))));
            }
        }

        @Override
        public synchronized void close() {
            closed = true;
            measured.remove(this);
            its.forEach(registry::remove);
        }
    }

    /**
     * Measures a client until the answer is closed.
     *
     * @param metrics what it measures now; quick and thread-safe, as those of Kafka are
     */
    public Measure measure(Supplier<Map<MetricName, ? extends Metric>> metrics) {
        var client = new Measured(metrics);
        measured.add(client);
        return client;
    }

    /** Takes up what clients measure by now; to be called before the registry is read. */
    public void look() {
        measured.forEach(Measured::look);
    }

    private Meter.Id add(Kept kept, Metric metric) {
        var tag =
                Tag.of(
                        kept.tag().replace('-', '.'),
                        metric.metricName().tags().getOrDefault(kept.tag(), ""));
        return kept.metric().endsWith("-total")
                ? FunctionCounter.builder(kept.meter(), metric, KafkaMeters::number)
                        .tags(List.of(tag))
                        .description(metric.metricName().description())
                        .register(registry)
                        .getId()
                : Gauge.builder(kept.meter(), metric, KafkaMeters::number)
                        .tags(List.of(tag))
                        .description(metric.metricName().description())
                        .strongReference(true)
                        .register(registry)
                        .getId();
    }

    private static double number(Metric metric) {
        return metric.metricValue() instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
