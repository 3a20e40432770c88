package dev.carrier.pipeline;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.TurnId;
import dev.carrier.pipeline.state.Conversation;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Notices which turns an input opened and closed, and remembers when each began. What another
 * process opened is closed without a beginning. Thread-safe.
 */
final class TurnWatch {
    /** Of more turns at once it is not remembered when they began. */
    private static final int MOST_TURNS = 20_000;

    private final Map<TurnId, Instant> beginnings = new ConcurrentHashMap<>();
    private final Watcher watcher;

    TurnWatch(Watcher watcher) {
        this.watcher = watcher;
    }

    /** Hears of turns. */
    interface Watcher {
        /**
         * @param first when the first message that it answers was gathered
         */
        void opened(Conversation in, TurnId turn, AccountId account, Instant first, Instant at);

        /**
         * @param first likewise; empty when it is not known here
         */
        void closed(
                Conversation in,
                TurnId turn,
                AccountId account,
                Optional<Instant> first,
                Instant at);
    }

    /** Looks at what an input changed. */
    void look(Conversation before, Conversation after, Instant now) {
        Map<TurnId, AccountId> open = open(after);
        Map<TurnId, AccountId> was = open(before);
        open.forEach((turn, account) -> {
            if (!was.containsKey(turn)) {
                Instant first = before.gathering().map(it -> it.first()).orElse(now);
                if (beginnings.size() < MOST_TURNS) {
                    beginnings.put(turn, first);
                }
                watcher.opened(before, turn, account, first, now);
            }
        });
        was.forEach((turn, account) -> {
            if (!open.containsKey(turn)) {
                watcher.closed(
                        before, turn, account, Optional.ofNullable(beginnings.remove(turn)), now);
            }
        });
    }

    private static Map<TurnId, AccountId> open(Conversation conversation) {
        Map<TurnId, AccountId> turns = new HashMap<>();
        conversation
                .seats()
                .forEach((account, seat) ->
                        seat.turn().ifPresent(turn -> turns.put(turn.id(), account)));
        return turns;
    }
}
