package dev.carrier.pipeline;

import dev.carrier.contracts.Topics;
import dev.carrier.pipeline.provider.ProviderStage;
import dev.carrier.runtime.dispatch.Dispatcher;
import dev.carrier.runtime.dispatch.DispatcherMeters;
import dev.carrier.runtime.dispatch.DispatcherOptions;
import dev.carrier.runtime.dispatch.Ordering;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.measure.Lag;
import dev.carrier.runtime.trace.TracedHandler;
import dev.carrier.runtime.trace.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * The worker pipeline-processor: the topology, and beside it the provider stage's dispatcher.
 * Thread-safe.
 */
public final class PipelineProcessor implements AutoCloseable {
    private static final String APPLICATION = "carrier-pipeline";
    private static final String PROVIDER = "provider-stage";
    private static final int MOST_IN_FLIGHT = 6_000;

    private final StreamsRunner streams;
    private final Dispatcher provider;

    /**
     * @param policy keeps the policy in force; not closed here
     * @param stage thinks; its parts are closed by their owner
     * @param build the version of this program, for the journal
     * @param stateDir a folder of this process alone
     * @param threads of Kafka Streams
     * @param instance names this instance: two with one name fence each other off
     * @param meters where it is measured, for as long as it lives
     * @param traces where its turns are traced
     */
    public PipelineProcessor(
            PolicyKeeper policy,
            ProviderStage stage,
            KafkaClients clients,
            String build,
            Path stateDir,
            int threads,
            String instance,
            Clock clock,
            MeterRegistry meters,
            Traces traces) {
        this.streams =
                new StreamsRunner(
                        CarrierTopology.topology(
                                policy::inForce,
                                build,
                                new ProcessorMeters(meters).and(new TurnTraces(traces)),
                                traces),
                        new StreamsSettings(
                                APPLICATION,
                                clients.bootstrap(),
                                stateDir,
                                threads,
                                clients.properties()));
        this.provider =
                new Dispatcher(
                        DispatcherOptions.of(
                                PROVIDER,
                                "carrier-" + PROVIDER,
                                instance,
                                List.of(Topics.STEPS.name()),
                                Ordering.NONE,
                                MOST_IN_FLIGHT),
                        clients,
                        new TracedHandler(traces, PROVIDER, stage),
                        clock);
        DispatcherMeters.measure(meters, PROVIDER, provider);
        Lag.measure(meters, "pipeline-processor", streams, it -> Lag.of(it.streams().metrics()));
    }

    /** What Kafka Streams and its clients measure now. */
    public Map<MetricName, ? extends Metric> metrics() {
        return streams.streams().metrics();
    }

    /** Begins; returns at once. */
    public void start() {
        streams.start();
        provider.start();
    }

    /** Whether it has its partitions and handles inputs. */
    public boolean ready() {
        return streams.ready();
    }

    /** What keeps it from working, in a few words; empty when nothing does. */
    public Optional<String> trouble() {
        if (streams.ready()) {
            return Optional.empty();
        }
        return Optional.of(
                "Kafka Streams is "
                        + streams.state()
                        + streams.problem()
                                .map(problem -> " after " + problem.getClass().getSimpleName())
                                .orElse(""));
    }

    /** The dispatcher of the provider stage, for meters. */
    public Dispatcher provider() {
        return provider;
    }

    /** Finishes the calls in flight, at most for this long; the topology goes on until closed. */
    public void drain(Duration atMost) {
        provider.drain(atMost);
    }

    @Override
    public void close() {
        provider.close();
        streams.close();
    }
}
