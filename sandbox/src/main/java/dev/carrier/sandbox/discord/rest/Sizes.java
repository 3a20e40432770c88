package dev.carrier.sandbox.discord.rest;

import java.time.Duration;

/**
 * The sizes of the rate limits.
 *
 * @param messages how many messages a bot may send to a channel in {@code window}
 * @param window see {@code messages}
 * @param requestsPerSecond how many requests a bot may make at all
 */
public record Sizes(int messages, Duration window, int requestsPerSecond) {}
