package dev.carrier.instagram;

import java.time.Duration;

/** How many posts an account has published, of how many that it may, in the running span. */
public record PublishingLimit(int used, int total, Duration span) {}
