package dev.carrier.ingest.instagram;

import java.time.Duration;
import java.util.Optional;

/**
 * How the worker hears.
 *
 * @param webhook where Meta calls; absent: nobody calls, and everything is asked for
 * @param every how often Instagram is asked for what nobody brought; zero: never
 * @param media so many of the newest posts have their comments looked at
 * @param within how far back is asked
 * @param grace how long a webhook has to bring something before it is taken by asking
 */
public record IngestOptions(
        Optional<WebhookOptions> webhook,
        Duration every,
        int media,
        Duration within,
        Duration grace) {
    private static final Duration WITHIN = Duration.ofHours(24);
    private static final Duration GRACE = Duration.ofSeconds(60);

    public IngestOptions {
        if (webhook.isEmpty() && every.isZero()) {
            throw new IllegalArgumentException("nobody calls and nobody asks: nothing is heard");
        }
        if (media < 1 || every.isNegative()) {
            throw new IllegalArgumentException("media is at least 1, every not negative");
        }
    }

    /** A day back; a webhook has a minute. */
    public static IngestOptions of(Optional<WebhookOptions> webhook, Duration every, int media) {
        return new IngestOptions(
                webhook, every, media, WITHIN, webhook.isPresent() ? GRACE : Duration.ZERO);
    }

    /** The same with another time for a webhook. */
    public IngestOptions giving(Duration time) {
        return new IngestOptions(webhook, every, media, within, time);
    }

    boolean asks() {
        return !every.isZero();
    }
}
