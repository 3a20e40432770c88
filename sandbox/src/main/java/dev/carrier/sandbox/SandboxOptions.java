package dev.carrier.sandbox;

import dev.carrier.sandbox.discord.gateway.Timing;
import dev.carrier.sandbox.discord.rest.Sizes;
import dev.carrier.sandbox.media.MediaOptions;
import java.time.Duration;
import java.util.Optional;

/**
 * How a sandbox behaves. The defaults are Discord's own numbers.
 *
 * @param port the port on loopback; 0 takes a free one
 * @param timing the times of Discord's gateway
 * @param nonceExpiry how long an enforced nonce is remembered
 * @param sizes the sizes of Discord's rate limits
 * @param behind how much its Discord's clock is behind
 * @param media the media host that starts with it; without, it starts when it is asked for
 */
public record SandboxOptions(
        int port,
        Timing timing,
        Duration nonceExpiry,
        Sizes sizes,
        Duration behind,
        Optional<MediaOptions> media) {
    /** Discord's numbers, on a free port. */
    public static SandboxOptions defaults() {
        return new SandboxOptions(
                0,
                new Timing(
                        Duration.ofSeconds(5), Duration.ofMillis(41_250), Duration.ofSeconds(180)),
                Duration.ofSeconds(180),
                new Sizes(5, Duration.ofSeconds(5), 50),
                Duration.ZERO,
                Optional.empty());
    }

    /** The same on another port. */
    public SandboxOptions withPort(int value) {
        return new SandboxOptions(value, timing, nonceExpiry, sizes, behind, media);
    }

    /** The same with another interval between the IDENTIFYs of a bot. */
    public SandboxOptions withIdentifyInterval(Duration value) {
        return with(new Timing(value, timing.heartbeatInterval(), timing.resumeWindow()));
    }

    /** The same with another heartbeat. */
    public SandboxOptions withHeartbeatInterval(Duration value) {
        return with(new Timing(timing.identifyInterval(), value, timing.resumeWindow()));
    }

    /** The same with another time within which a lost session may be resumed. */
    public SandboxOptions withResumeWindow(Duration value) {
        return with(new Timing(timing.identifyInterval(), timing.heartbeatInterval(), value));
    }

    private SandboxOptions with(Timing value) {
        return new SandboxOptions(port, value, nonceExpiry, sizes, behind, media);
    }

    /** The same with another expiry of nonces. */
    public SandboxOptions withNonceExpiry(Duration value) {
        return new SandboxOptions(port, timing, value, sizes, behind, media);
    }

    /** The same with another limit of messages of a bot to a channel. */
    public SandboxOptions withMessageLimit(int count, Duration window) {
        return new SandboxOptions(
                port,
                timing,
                nonceExpiry,
                new Sizes(count, window, sizes.requestsPerSecond()),
                behind,
                media);
    }

    /** The same with another limit of all requests of a bot. */
    public SandboxOptions withRequestsPerSecond(int value) {
        return new SandboxOptions(
                port,
                timing,
                nonceExpiry,
                new Sizes(sizes.messages(), sizes.window(), value),
                behind,
                media);
    }

    /** The same where Discord's clock is behind: what is said there was said that long ago. */
    public SandboxOptions withBehind(Duration value) {
        return new SandboxOptions(port, timing, nonceExpiry, sizes, value, media);
    }

    /** The same with a media host from the beginning. */
    public SandboxOptions withMedia(MediaOptions value) {
        return new SandboxOptions(port, timing, nonceExpiry, sizes, behind, Optional.of(value));
    }
}
