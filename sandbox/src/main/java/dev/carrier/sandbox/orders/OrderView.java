package dev.carrier.sandbox.orders;

import dev.carrier.sandbox.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** An order as the control API lists it. Stateless. */
final class OrderView {
    private OrderView() {}

    /**
     * With {@code left}, how many exchanges it will still act on, and {@code holding} true while an
     * exchange waits for its release.
     */
    static ObjectNode of(Order order, int left) {
        return Json.object()
                .put("id", order.id())
                .put("where", order.where().key())
                .put("effect", words(order.effect()))
                .put("left", left)
                .put("holding", order.holding());
    }

    private static String words(Effect effect) {
        return switch (effect) {
            case Effect.Status status -> "status " + status.status();
            case Effect.GraphError(var code, var subcode, var executed) ->
                    "error "
                            + code
                            + (subcode.isPresent() ? "/" + subcode.getAsInt() : "")
                            + (executed ? " after execution" : "");
            case Effect.Hang(var time) -> "hangs for " + time.toSeconds() + " s";
            case Effect.Drop(var executed) ->
                    executed ? "cut after execution" : "cut before execution";
            case Effect.Slow(var time) -> "slow by " + time.toMillis() + " ms";
            case Effect.Hold(var point) -> "held at " + point.key();
            case Effect.Close(var code) -> "close " + code;
            case Effect.InvalidSession _ -> "invalid session";
            case Effect.Reconnect _ -> "reconnect";
            case Effect.Duplicate(var times) -> "delivered " + (1 + times) + " times";
            case Effect.Cut _ -> "cut";
            case Effect.Deaf _ -> "heartbeats not answered";
            case Effect.Freeze _ -> "frozen";
            case Effect.Altered _ -> "another answer";
            case Effect.CutAfter(var bytes, var stalls) ->
                    (stalls ? "stalls after " : "cut after ") + bytes + " bytes";
            case Effect.Becomes(var status, _) -> "becomes " + status;
        };
    }
}
