package dev.carrier.responder;

import dev.carrier.contracts.Response;
import dev.carrier.contracts.ResponseId;
import dev.carrier.contracts.TurnId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Responses that shall not be sent any more, and turns of which a part was refused. Bounded: the
 * oldest are forgotten. Thread-safe.
 */
final class Withdrawn {
    private static final int KEPT = 50_000;

    private final Map<ResponseId, String> responses = bounded();
    private final Map<TurnId, String> turns = bounded();

    synchronized void withdraw(Response.Withdraw withdraw) {
        withdraw.responses().forEach(id -> responses.put(id, withdraw.reason()));
    }

    /** A refused part refuses the rest of its turn. */
    synchronized void refuseTheRest(TurnId turn, String reason) {
        turns.put(turn, reason);
    }

    /** Whether the part itself was withdrawn: that names every part it means, and no other. */
    synchronized boolean names(ResponseId response) {
        return responses.containsKey(response);
    }

    /** Why the part is not to be sent; empty when it is. */
    synchronized Optional<String> reason(ResponseId response, TurnId turn) {
        String withdrawn = responses.get(response);
        if (withdrawn != null) {
            return Optional.of("withdrawn: " + withdrawn);
        }
        return Optional.ofNullable(turns.get(turn))
                .map(why -> "an earlier part was refused: " + why);
    }

    private static <K> Map<K, String> bounded() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, String> eldest) {
                return size() > KEPT;
            }
        };
    }
}
