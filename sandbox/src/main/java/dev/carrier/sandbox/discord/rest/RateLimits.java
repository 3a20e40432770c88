package dev.carrier.sandbox.discord.rest;

import dev.carrier.sandbox.json.Json;
import dev.carrier.sandbox.orders.Answer;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Discord's rate limits: a bucket for each bot, route and channel, and one for all requests of a
 * bot. Safe for use by many threads.
 *
 * @see <a href="https://docs.discord.com/developers/topics/rate-limits">Rate limits</a>
 */
final class RateLimits {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Clock clock;
    private final Sizes sizes;
    private final Map<String, Bucket> buckets = new HashMap<>();

    RateLimits(Clock clock, Sizes sizes) {
        this.clock = clock;
        this.sizes = sizes;
    }

    /** Which limit a route has. */
    enum Kind {
        MESSAGES,
        REACTIONS,
        OTHER,
        /** None, such as the gateway's address. */
        FREE
    }

    /** What the limits say to one request. */
    record Ticket(Optional<Answer> refused, Map<String, String> headers) {}

    synchronized Ticket take(long bot, String route, String major, Kind kind) {
        var now = clock.millis();
        if (kind == Kind.FREE) {
            return new Ticket(Optional.empty(), Map.of());
        }
        var global =
                buckets.computeIfAbsent(
                        bot + "", _ -> new Bucket(sizes.requestsPerSecond(), SECOND));
        if (!global.take(now)) {
            return new Ticket(
                    Optional.of(refusal(global, now, true)), Map.of("X-RateLimit-Global", "true"));
        }
        var bucket = buckets.computeIfAbsent(bot + " " + route + " " + major, _ -> bucket(kind));
        var taken = bucket.take(now);
        var headers = headers(bucket, now, Integer.toHexString(route.hashCode()));
        return new Ticket(
                taken ? Optional.empty() : Optional.of(refusal(bucket, now, false)), headers);
    }

    private Bucket bucket(Kind kind) {
        return switch (kind) {
            case MESSAGES -> new Bucket(sizes.messages(), sizes.window());
            // One in 250 ms, as bots see it.
            case REACTIONS -> new Bucket(4, SECOND);
            case OTHER, FREE -> new Bucket(sizes.requestsPerSecond(), SECOND);
        };
    }

    /** https://docs.discord.com/developers/topics/rate-limits#header-format. */
    private static Map<String, String> headers(Bucket bucket, long now, String name) {
        return Map.of(
                "X-RateLimit-Limit", Integer.toString(bucket.size()),
                "X-RateLimit-Remaining", Integer.toString(bucket.remaining()),
                "X-RateLimit-Reset", seconds(bucket.endsAtMs()),
                "X-RateLimit-Reset-After", seconds(bucket.endsAtMs() - now),
                "X-RateLimit-Bucket", name);
    }

    private static String seconds(long ms) {
        return "%d.%03d".formatted(ms / 1000, ms % 1000);
    }

    private static Answer refusal(Bucket bucket, long now, boolean global) {
        var left = Math.max(1, bucket.endsAtMs() - now);
        var body = Json.object().put("message", "You are being rate limited.");
        body.put("retry_after", left / 1000.0).put("global", global);
        return Answer.json(429, body)
                .with("Retry-After", Long.toString((left + 999) / 1000))
                .with("X-RateLimit-Scope", global ? "global" : "user")
                .with("Via", "1.1 google");
    }
}
