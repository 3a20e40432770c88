package dev.carrier.memory.recall;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Line;
import dev.carrier.contracts.Memory;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Recollection;
import dev.carrier.memory.redis.FactStore;
import dev.carrier.memory.redis.MemoryStore;
import java.math.BigInteger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What an account remembers for a turn. Thread-safe; Redis' exceptions pass through. */
public final class Recall {
    /** Discord's epoch, https://discord.com/developers/docs/reference#snowflakes */
    private static final long DISCORD_EPOCH = 1_420_070_400_000L;

    private final MemoryStore talk;
    private final FactStore facts;
    private final InstantSource clock;

    public Recall(MemoryStore talk, FactStore facts, InstantSource clock) {
        this.talk = talk;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Talk older than the window, and what may be said here of the people in it.
     *
     * @param before the oldest message of the window; empty: everything until now
     * @param limit at most so many lines
     */
    public Recollection of(
            AccountId account,
            ConversationId in,
            Optional<EventId> before,
            List<PersonId> people,
            int limit) {
        Optional<EventId> high = talk.reached(account, in);
        Instant until =
                before.map(id -> talk.timeOf(account, in, id).orElseGet(() -> timeOf(id)))
                        .orElseGet(clock::instant);
        List<Line> earlier = talk.before(account, in, until, limit);
        List<String> known =
                people.stream()
                        .flatMap(person -> facts.about(account, person, in).stream())
                        .map(Memory.Fact::text)
                        .toList();
        boolean behind =
                before.isPresent() && high.map(at -> isOlder(at, before.get())).orElse(true);
        return new Recollection(earlier, known, List.of(), high, behind ? "behind" : "ok");
    }

    private static boolean isOlder(EventId one, EventId other) {
        return number(one).compareTo(number(other)) < 0;
    }

    private Instant timeOf(EventId event) {
        BigInteger number = number(event);
        return number.signum() == 0
                ? clock.instant()
                : Instant.ofEpochMilli(number.shiftRight(22).longValue() + DISCORD_EPOCH);
    }

    private static BigInteger number(EventId event) {
        String message = event.message();
        return message.chars().allMatch(Character::isDigit) && !message.isEmpty()
                ? new BigInteger(message)
                : BigInteger.ZERO;
    }
}
