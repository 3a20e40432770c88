package dev.carrier.responder;

import dev.carrier.contracts.Response;
import dev.carrier.contracts.Topic;
import dev.carrier.runtime.dispatch.Dispatcher;
import dev.carrier.runtime.dispatch.DispatcherMeters;
import dev.carrier.runtime.dispatch.DispatcherOptions;
import dev.carrier.runtime.dispatch.Ordering;
import dev.carrier.runtime.dispatch.Status;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.trace.TracedHandler;
import dev.carrier.runtime.trace.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One platform's responses, with a dispatcher of their own: a platform that is stuck holds up no
 * other. Thread-safe.
 */
final class PlatformResponder implements AutoCloseable {
    private static final int MOST_IN_FLIGHT = 2_000;

    private final ResponderStage stage;
    private final Dispatcher dispatcher;

    /**
     * @param name of it and of its consumer group, such as {@code responder-discord}
     * @param instance names this instance: two with one name fence each other off
     */
    PlatformResponder(
            String name,
            Topic<Response> topic,
            ResponderStage stage,
            KafkaClients clients,
            String instance,
            Clock clock,
            MeterRegistry meters,
            Traces traces) {
        this.stage = stage;
        this.dispatcher =
                new Dispatcher(
                        DispatcherOptions.of(
                                name,
                                "carrier-" + name,
                                instance,
                                List.of(topic.name()),
                                Ordering.BY_KEY,
                                MOST_IN_FLIGHT),
                        clients,
                        new TracedHandler(traces, name, stage),
                        clock);
        DispatcherMeters.measure(meters, name, dispatcher);
    }

    void start() {
        dispatcher.start();
    }

    /** What keeps responses from being taken, in a few words; empty when nothing does. */
    Optional<String> stuck() {
        Status status = dispatcher.status();
        return status.alive()
                ? Optional.empty()
                : Optional.of(
                        "responses are not taken: "
                                + status.problem().orElse(status.phase().toString()));
    }

    int inFlight() {
        return dispatcher.status().inFlight();
    }

    void drain(Duration atMost) {
        dispatcher.drain(atMost);
    }

    @Override
    public void close() {
        dispatcher.close();
        stage.close();
    }
}
