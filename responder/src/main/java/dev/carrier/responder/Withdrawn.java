package dev.carrier.responder;

import dev.carrier.contracts.Response;
import dev.carrier.contracts.ResponseId;
import dev.carrier.contracts.TurnId;
import java.time.Instant;
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
    private final Map<Round, String> turns = bounded();

    /**
     * One thinking of a turn: its parts are decided at the same time, and what is thought again has
     * a later one.
     */
    private record Round(TurnId turn, Instant decidedAt) {}

    synchronized void withdraw(Response.Withdraw withdraw) {
        withdraw.responses().forEach(id -> responses.put(id, withdraw.reason()));
    }

    /** A refused part refuses the rest of its answer. */
    synchronized void refuseTheRest(Response.Say refused, String reason) {
        turns.put(new Round(refused.turn(), refused.decidedAt()), reason);
    }

    /** Whether the part itself was withdrawn: that names every part it means, and no other. */
    synchronized boolean names(ResponseId response) {
        return responses.containsKey(response);
    }

    /** Why the part is not to be sent; empty when it is. */
    synchronized Optional<String> reason(Response.Say say) {
        String withdrawn = responses.get(say.id());
        if (withdrawn != null) {
            return Optional.of("withdrawn: " + withdrawn);
        }
        return Optional.ofNullable(turns.get(new Round(say.turn(), say.decidedAt())))
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
