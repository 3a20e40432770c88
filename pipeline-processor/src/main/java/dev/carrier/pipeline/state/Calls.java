package dev.carrier.pipeline.state;

import dev.carrier.contracts.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The tools that a turn has called.
 *
 * @param open the call that is made now
 * @param made those that came back, oldest first
 */
public record Calls(Optional<Open> open, List<Exchange> made) {
    static final Calls NONE = new Calls(Optional.empty(), List.of());

    /** What came back is part of the state, and the state is small: the last in bytes. */
    private static final int NEWEST = 2000;

    /** The others, in bytes: by then the model has read them once. */
    private static final int OLDER = 400;

    public Calls {
        made = List.copyOf(made);
    }

    /** A call of which nothing came back yet. */
    public record Open(String tool, JsonNode arguments) {}

    Calls asking(String tool, JsonNode arguments) {
        return new Calls(Optional.of(new Open(tool, arguments)), made);
    }

    /** What is asked next is no call. */
    Calls done() {
        return new Calls(Optional.empty(), made);
    }

    Calls returned(Open call, String content) {
        List<Exchange> all = new ArrayList<>();
        made.forEach(one -> all.add(exchange(one.tool(), one.arguments(), one.content(), OLDER)));
        all.add(exchange(call.tool(), call.arguments(), content, NEWEST));
        return new Calls(Optional.empty(), all);
    }

    private static Exchange exchange(String tool, JsonNode arguments, String content, int bytes) {
        return new Exchange(tool, arguments, Talk.cut(content, bytes));
    }
}
