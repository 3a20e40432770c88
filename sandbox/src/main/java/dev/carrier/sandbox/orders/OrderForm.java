package dev.carrier.sandbox.orders;

import dev.carrier.sandbox.json.Json;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** An order as the control API takes it, see the sandbox's page on orders. */
final class OrderForm {
    private static final long PROCESSING_FAILED = 2207082;

    private OrderForm() {}

    /**
     * Puts the order in {@code form} in force.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong
     */
    static Order give(JsonNode form, Orders orders) {
        var where =
                Where.of(Json.text(form, "where", ""))
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "where: "
                                                + Arrays.stream(Where.values())
                                                        .map(Where::key)
                                                        .collect(Collectors.joining(", "))));
        var times = (int) Json.number(form, "times").orElse(1);
        var after = (int) Json.number(form, "after").orElse(0);
        return orders.give(
                where, match(form.path("match")), times, after, effect(form.path("do"), where));
    }

    private static Match match(JsonNode match) {
        return new Match(
                Json.text(match, "method"),
                Json.text(match, "path").map(Pattern::compile),
                Json.text(match, "account"),
                Json.text(match, "contains"));
    }

    private static Effect effect(JsonNode what, Where where) {
        if (what.has("status")) {
            var retryAfter = Json.number(what, "retryAfter");
            return new Effect.Status(
                    (int) Json.number(what, "status").orElse(500),
                    retryAfter.isPresent()
                            ? OptionalInt.of((int) retryAfter.getAsLong())
                            : OptionalInt.empty(),
                    Json.flag(what, "via", where == Where.DISCORD_REST),
                    Json.flag(what, "global", false),
                    what.path("body").isObject()
                            ? Optional.of(Json.write(what.path("body")))
                            : Json.text(what, "body"));
        } else if (what.has("code")) {
            var subcode = Json.number(what, "subcode");
            return new Effect.GraphError(
                    (int) Json.number(what, "code").orElse(1),
                    subcode.isPresent()
                            ? OptionalInt.of((int) subcode.getAsLong())
                            : OptionalInt.empty(),
                    Json.flag(what, "executed", false));
        } else if (what.has("hang")) {
            return new Effect.Hang(
                    Duration.ofMillis((long) (what.path("hang").asDouble(30) * 1000)));
        } else if (what.has("drop")) {
            return new Effect.Drop(Json.text(what, "drop", "before").equals("after"));
        } else if (what.has("slow")) {
            return new Effect.Slow(Duration.ofMillis(Json.number(what, "slow").orElse(0)));
        } else if (what.has("hold")) {
            return new Effect.Hold(
                    Point.of(Json.text(what, "hold", ""))
                            .filter(p -> p == Point.RECEIVED || p == Point.BEFORE_ANSWER)
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "hold: received or before-answer")));
        }
        if (what.has("alter")) {
            return altered(what.path("alter"));
        } else if (what.has("cutAfter")) {
            return new Effect.CutAfter(Json.number(what, "cutAfter").orElse(0), false);
        } else if (what.has("stallAfter")) {
            return new Effect.CutAfter(Json.number(what, "stallAfter").orElse(0), true);
        }
        if (what.has("becomes")) {
            return becomes(Json.text(what, "becomes", ""), Json.number(what, "subcode"));
        }
        return onGateway(what);
    }

    private static Effect becomes(String status, OptionalLong subcode) {
        if (!status.equals("ERROR") && !status.equals("EXPIRED")) {
            throw new IllegalArgumentException("becomes: ERROR or EXPIRED");
        }
        return new Effect.Becomes(status, (int) subcode.orElse(PROCESSING_FAILED));
    }

    private static Effect altered(JsonNode alter) {
        var status = Json.number(alter, "status");
        var headers = new HashMap<String, String>();
        alter.path("headers").forEachEntry((name, value) -> headers.put(name, value.asString("")));
        return new Effect.Altered(
                status.isPresent() ? OptionalInt.of((int) status.getAsLong()) : OptionalInt.empty(),
                headers,
                Json.text(alter, "body"));
    }

    private static Effect onGateway(JsonNode what) {
        if (what.has("close")) {
            return new Effect.Close((int) Json.number(what, "close").orElse(4000));
        } else if (what.has("invalidSession")) {
            return new Effect.InvalidSession(Json.flag(what, "invalidSession", false));
        } else if (what.has("reconnect")) {
            return new Effect.Reconnect();
        } else if (what.has("duplicate")) {
            return new Effect.Duplicate((int) Json.number(what, "duplicate").orElse(1));
        } else if (what.has("cut")) {
            return new Effect.Cut();
        } else if (what.has("deaf")) {
            return new Effect.Deaf();
        } else if (what.has("freeze")) {
            return new Effect.Freeze();
        }
        throw new IllegalArgumentException(
                "do: one of status, code, hang, drop, slow, hold, close, invalidSession, reconnect, duplicate, cut, deaf, freeze, alter, cutAfter, stallAfter, becomes");
    }
}
