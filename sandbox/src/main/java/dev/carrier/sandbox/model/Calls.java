package dev.carrier.sandbox.model;

import dev.carrier.sandbox.json.Json;
import java.time.Clock;
import java.util.ArrayDeque;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The calls of the model, counted, the latest kept. Thread-safe. */
final class Calls {
    private static final int KEPT = 20_000;

    private final Clock clock;
    private final ArrayDeque<Call> kept = new ArrayDeque<>();
    private long count;

    Calls(Clock clock) {
        this.clock = clock;
    }

    /** A call begins; whoever serves it tells it when it has ended. */
    synchronized Call begin(String model, Prompt prompt) {
        var call = new Call(++count, clock.millis(), model, prompt);
        kept.addLast(call);
        if (kept.size() > KEPT) {
            kept.removeFirst();
        }
        return call;
    }

    /** How many there were, and those numbered above {@code after}, oldest first. */
    synchronized ObjectNode json(long after) {
        ObjectNode root = Json.object().put("count", count);
        root.put("open", kept.stream().filter(Call::open).count());
        ArrayNode calls = root.putArray("calls");
        kept.stream().filter(call -> call.seq() > after).forEach(call -> calls.add(call.json()));
        return root;
    }
}
