package dev.carrier.ingest.discord;

import dev.carrier.runtime.gateway.Shard;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of one connection at a moment, and what it comes to. Pure.
 *
 * @param stopped why it was ended for good
 * @param standby another container hears it, in a sentence
 * @param everReady it has been connected once
 * @param connected the gateway is there, as far as JDA knows
 * @param silent Discord has shown no sign of life for too long
 * @param unsettled for too long it has not been known what was missed, and nothing is published
 * @param waiting a sentence: why it may not connect yet
 * @param problem what went wrong last, in a few words
 * @param lastSign when Discord last showed a sign of life
 */
record Signs(
        Shard shard,
        Optional<String> stopped,
        Optional<String> standby,
        boolean everReady,
        boolean connected,
        boolean silent,
        boolean unsettled,
        Optional<String> waiting,
        Optional<String> problem,
        Instant lastSign) {

    AccountHealth.State state() {
        if (stopped.isPresent()) {
            return AccountHealth.State.STOPPED;
        }
        if (standby.isPresent()) {
            return AccountHealth.State.STANDBY;
        }
        if (!everReady) {
            return AccountHealth.State.STARTING;
        }
        return connected && !silent && !unsettled
                ? AccountHealth.State.LISTENING
                : AccountHealth.State.DEAF;
    }

    /** What keeps it from hearing, in a sentence; empty when it hears. */
    Optional<String> trouble() {
        return switch (state()) {
            case LISTENING, STANDBY -> Optional.empty();
            case STOPPED -> stopped;
            case STARTING ->
                    waiting.or(() ->
                            Optional.of(
                                    shard + " is not connected to Discord yet" + because() + "."));
            case DEAF -> Optional.of(deaf());
        };
    }

    private String deaf() {
        if (!connected) {
            return waiting.orElseGet(() ->
                    "%s has lost Discord since %s%s. It connects again by itself."
                            .formatted(shard, lastSign, because()));
        }
        return silent
                ? "%s hears nothing: the connection stands, but Discord has not answered since %s."
                        .formatted(shard, lastSign)
                : shard
                        + " is connected, but hears nothing before it knows where it left off: Redis,"
                        + " Kafka or Discord's API does not answer.";
    }

    private String because() {
        return problem.map(it -> " (" + it + ")").orElse("");
    }
}
