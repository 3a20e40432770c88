package dev.carrier.ingest.discord;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.JDAImpl;
import net.dv8tion.jda.internal.requests.WebSocketCode;

/**
 * Whether Discord still talks to a session. JDA's heartbeat is <a
 * href="https://docs.discord.com/developers/events/gateway#sending-heartbeats">41 seconds</a> apart
 * and it takes two of them to notice a dead line; so when it is quiet we send one of our own, which
 * the gateway must answer. Thread-safe.
 */
final class Pulse {
    /** Quiet for so long: ask. */
    static final Duration ASK_AFTER = Duration.ofSeconds(8);

    /** Quiet for so long: deaf. */
    static final Duration DEAF_AFTER = Duration.ofSeconds(25);

    private final InstantSource clock;
    private volatile Instant last;

    Pulse(InstantSource clock) {
        this.clock = clock;
        this.last = clock.instant();
    }

    /**
     * Discord showed a sign of life. An answer to a request is none: the REST API may be well while
     * the gateway's line is dead.
     */
    void beat() {
        last = clock.instant();
    }

    Instant last() {
        return last;
    }

    boolean isDeaf() {
        return quiet().compareTo(DEAF_AFTER) > 0;
    }

    /** Asks for a sign of life if there was none for a while. */
    void askIfQuiet(JDA discord) {
        if (quiet().compareTo(ASK_AFTER) > 0
                && discord.getStatus() == JDA.Status.CONNECTED
                && discord instanceof JDAImpl jda) {
            jda.getClient()
                    .send(
                            DataObject.empty()
                                    .put("op", WebSocketCode.HEARTBEAT)
                                    .put("d", jda.getResponseTotal()));
        }
    }

    private Duration quiet() {
        return Duration.between(last, clock.instant());
    }
}
