package dev.carrier.sandbox;

import dev.carrier.sandbox.discord.gateway.Timing;
import dev.carrier.sandbox.discord.rest.Sizes;
import dev.carrier.sandbox.media.MediaOptions;
import java.time.Duration;
import java.util.Optional;

/**
 * How a sandbox behaves. The defaults are Discord's own numbers.
 *
 * @param port the port; 0 takes a free one
 * @param timing the times of Discord's gateway
 * @param nonceExpiry how long an enforced nonce is remembered
 * @param sizes the sizes of Discord's rate limits
 * @param behind how much its Discord's clock is behind
 * @param place where it listens, and under which name it is found
 * @param media the media host that starts with it; without, it starts when it is asked for
 */
public record SandboxOptions(
        int port,
        Timing timing,
        Duration nonceExpiry,
        Sizes sizes,
        Duration behind,
        Place place,
        Optional<MediaOptions> media) {
    /**
     * Where it listens, and under which name it is found.
     *
     * @param bind an address of this machine; 0.0.0.0 is all of them
     * @param name the host in the addresses that it gives to clients
     */
    public record Place(String bind, String name) {
        /** On 127.0.0.1, and found there. */
        public static final Place LOOPBACK = new Place("127.0.0.1", "127.0.0.1");
    }

    /** Discord's numbers, on a free port. */
    public static SandboxOptions defaults() {
        return new SandboxOptions(
                0,
                new Timing(
                        Duration.ofSeconds(5), Duration.ofMillis(41_250), Duration.ofSeconds(180)),
                Duration.ofSeconds(180),
                new Sizes(5, Duration.ofSeconds(5), 50),
                Duration.ZERO,
                Place.LOOPBACK,
                Optional.empty());
    }

    /** The same on another port. */
    public SandboxOptions withPort(int value) {
        return new SandboxOptions(value, timing, nonceExpiry, sizes, behind, place, media);
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
        return new SandboxOptions(port, value, nonceExpiry, sizes, behind, place, media);
    }

    /** The same with another expiry of nonces. */
    public SandboxOptions withNonceExpiry(Duration value) {
        return new SandboxOptions(port, timing, value, sizes, behind, place, media);
    }

    /** The same with another limit of messages of a bot to a channel. */
    public SandboxOptions withMessageLimit(int count, Duration window) {
        return new SandboxOptions(
                port,
                timing,
                nonceExpiry,
                new Sizes(count, window, sizes.requestsPerSecond()),
                behind,
                place,
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
                place,
                media);
    }

    /** The same where Discord's clock is behind: what is said there was said that long ago. */
    public SandboxOptions withBehind(Duration value) {
        return new SandboxOptions(port, timing, nonceExpiry, sizes, value, place, media);
    }

    /** The same with a media host from the beginning. */
    public SandboxOptions withMedia(MediaOptions value) {
        return new SandboxOptions(
                port, timing, nonceExpiry, sizes, behind, place, Optional.of(value));
    }

    /** The same at another place. */
    public SandboxOptions withPlace(Place value) {
        return new SandboxOptions(port, timing, nonceExpiry, sizes, behind, value, media);
    }
}
