package dev.carrier.sandbox.discord.gateway;

import java.time.Duration;

/**
 * The gateway's times.
 *
 * @param identifyInterval how far apart the IDENTIFYs of a bot must be
 * @param heartbeatInterval what HELLO asks for
 * @param resumeWindow how long a lost session may be resumed
 */
public record Timing(
        Duration identifyInterval, Duration heartbeatInterval, Duration resumeWindow) {}
