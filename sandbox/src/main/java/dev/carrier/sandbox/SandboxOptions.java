package dev.carrier.sandbox;

import java.time.Duration;

/**
 * How a sandbox behaves. The defaults are Discord's own numbers.
 *
 * @param port the port on loopback; 0 takes a free one
 * @param identifyInterval how far apart the IDENTIFYs of a bot must be
 * @param nonceExpiry how long an enforced nonce is remembered
 * @param heartbeatInterval what HELLO asks of a gateway client
 * @param resumeWindow how long a lost session may be resumed
 * @param messagesPerWindow how many messages a bot may send to a channel in {@code messageWindow}
 * @param messageWindow see {@code messagesPerWindow}
 * @param requestsPerSecond how many requests a bot may make at all
 */
public record SandboxOptions(
        int port,
        Duration identifyInterval,
        Duration nonceExpiry,
        Duration heartbeatInterval,
        Duration resumeWindow,
        int messagesPerWindow,
        Duration messageWindow,
        int requestsPerSecond) {

    /** Discord's numbers, on a free port. */
    public static SandboxOptions defaults() {
        return new SandboxOptions(
                0,
                Duration.ofSeconds(5),
                Duration.ofSeconds(180),
                Duration.ofMillis(41_250),
                Duration.ofSeconds(180),
                5,
                Duration.ofSeconds(5),
                50);
    }

    /** The same on another port. */
    public SandboxOptions withPort(int value) {
        return new SandboxOptions(
                value,
                identifyInterval,
                nonceExpiry,
                heartbeatInterval,
                resumeWindow,
                messagesPerWindow,
                messageWindow,
                requestsPerSecond);
    }

    /** The same with another interval between IDENTIFYs. */
    public SandboxOptions withIdentifyInterval(Duration value) {
        return new SandboxOptions(
                port,
                value,
                nonceExpiry,
                heartbeatInterval,
                resumeWindow,
                messagesPerWindow,
                messageWindow,
                requestsPerSecond);
    }

    /** The same with another expiry of nonces. */
    public SandboxOptions withNonceExpiry(Duration value) {
        return new SandboxOptions(
                port,
                identifyInterval,
                value,
                heartbeatInterval,
                resumeWindow,
                messagesPerWindow,
                messageWindow,
                requestsPerSecond);
    }

    /** The same with another heartbeat. */
    public SandboxOptions withHeartbeatInterval(Duration value) {
        return new SandboxOptions(
                port,
                identifyInterval,
                nonceExpiry,
                value,
                resumeWindow,
                messagesPerWindow,
                messageWindow,
                requestsPerSecond);
    }

    /** The same with another time within which a session may be resumed. */
    public SandboxOptions withResumeWindow(Duration value) {
        return new SandboxOptions(
                port,
                identifyInterval,
                nonceExpiry,
                heartbeatInterval,
                value,
                messagesPerWindow,
                messageWindow,
                requestsPerSecond);
    }

    /** The same with another limit of messages to a channel. */
    public SandboxOptions withMessageLimit(int count, Duration window) {
        return new SandboxOptions(
                port,
                identifyInterval,
                nonceExpiry,
                heartbeatInterval,
                resumeWindow,
                count,
                window,
                requestsPerSecond);
    }

    /** The same with another limit of all requests. */
    public SandboxOptions withRequestsPerSecond(int value) {
        return new SandboxOptions(
                port,
                identifyInterval,
                nonceExpiry,
                heartbeatInterval,
                resumeWindow,
                messagesPerWindow,
                messageWindow,
                value);
    }
}
