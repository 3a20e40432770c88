package dev.carrier.sandbox.orders;

import dev.carrier.sandbox.json.Json;
import java.util.OptionalInt;

/** The answers that an order of a status gives, in the form of the platform at which it acts. */
final class Refusals {
    private Refusals() {}

    static Answer of(Effect.Status order, Where where) {
        if (where == Where.MEDIA_FTP || where == Where.MEDIA_WEB || where == Where.MEDIA_FETCH) {
            return Answer.text(order.status(), "text/plain", order.body().orElse("As ordered."));
        }
        var body =
                order.body()
                        .orElseGet(() ->
                                switch (where) {
                                    case MODEL -> model(order);
                                    case INSTAGRAM_GRAPH -> graph(order);
                                    default -> discord(order);
                                });
        var answer = Answer.text(order.status(), "application/json", body);
        if (order.retryAfterSeconds().isPresent()) {
            // A whole number: "0.5" makes JDA retry at once.
            answer =
                    answer.with(
                            "Retry-After", Integer.toString(order.retryAfterSeconds().getAsInt()));
        }
        if (order.global()) {
            answer = answer.with("X-RateLimit-Global", "true").with("X-RateLimit-Scope", "global");
        }
        // Without Via a client takes a 429 for one of Cloudflare's and stops all its routes.
        return order.via() ? answer.with("Via", "1.1 google") : answer;
    }

    /**
     * https://docs.discord.com/developers/topics/rate-limits#exceeding-a-rate-limit-rate-limit-response-structure.
     */
    private static String discord(Effect.Status order) {
        var body = Json.object();
        if (order.status() == 429) {
            body.put("message", "You are being rate limited.");
            body.put("retry_after", (double) order.retryAfterSeconds().orElse(1))
                    .put("global", order.global());
        } else {
            body.put("message", order.status() + ": ordered").put("code", 0);
        }
        return Json.write(body);
    }

    /** What Meta says with a status that no code of its own stands behind. */
    private static String graph(Effect.Status order) {
        var refusal =
                order.status() == 429
                        ? GraphRefusal.known(4, OptionalInt.empty())
                        : GraphRefusal.known(order.status() >= 500 ? 2 : 1, OptionalInt.empty());
        return Json.write(refusal.body());
    }

    /** https://platform.openai.com/docs/guides/error-codes. */
    private static String model(Effect.Status order) {
        var body = Json.object();
        body.putObject("error")
                .put(
                        "message",
                        order.status() == 429 ? "Rate limit reached" : "The server had an error")
                .put("type", order.status() == 429 ? "rate_limit_error" : "server_error")
                .putNull("param")
                .putNull("code");
        return Json.write(body);
    }
}
