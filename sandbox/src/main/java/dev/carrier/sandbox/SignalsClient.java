package dev.carrier.sandbox;

import dev.carrier.sandbox.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Waits for signals. */
public final class SignalsClient {
    private static final long ONE_POLL_MS = 20_000;

    private final SandboxClient client;

    SignalsClient(SandboxClient client) {
        this.client = client;
    }

    /**
     * Something that has just happened; the fields are the control API's.
     *
     * @param point received, before-answer, after-answer, identify, resume, dispatch or closed
     * @param status the HTTP status, or the close code
     * @param excerpt the beginning of the body
     */
    public record Seen(
            long seq,
            Instant at,
            String point,
            String where,
            String method,
            String path,
            String account,
            OptionalInt status,
            String excerpt) {
        private static Seen of(JsonNode node) {
            var status = Json.number(node, "status");
            return new Seen(
                    Json.number(node, "seq").orElse(0),
                    Instant.ofEpochMilli(Json.number(node, "at").orElse(0)),
                    Json.text(node, "point", ""),
                    Json.text(node, "where", ""),
                    Json.text(node, "method", ""),
                    Json.text(node, "path", ""),
                    Json.text(node, "account", ""),
                    status.isPresent()
                            ? OptionalInt.of((int) status.getAsLong())
                            : OptionalInt.empty(),
                    Json.text(node, "excerpt", ""));
        }
    }

    /** The number of the latest signal; 0 if there is none. */
    public long last() {
        return Json.number(client.get("sandbox/signals/last"), "seq").orElse(0);
    }

    /** The signals after {@code seq}; waits for one up to {@code wait} (a minute at most). */
    public List<Seen> after(long seq, Duration wait) {
        var found = client.get("sandbox/signals?after=" + seq + "&wait=" + wait.toMillis());
        return found.valueStream().map(Seen::of).toList();
    }

    /**
     * The first signal after {@code seq} that is {@code wanted}.
     *
     * @throws IllegalStateException if none came within {@code patience}
     */
    public Seen await(long seq, Duration patience, Predicate<Seen> wanted) {
        var until = Instant.now().plus(patience);
        var from = seq;
        while (Instant.now().isBefore(until)) {
            var left = Math.min(ONE_POLL_MS, Duration.between(Instant.now(), until).toMillis());
            for (var signal : after(from, Duration.ofMillis(Math.max(1, left)))) {
                if (wanted.test(signal)) {
                    return signal;
                }
                from = signal.seq();
            }
        }
        throw new IllegalStateException("no such signal within " + patience);
    }
}
