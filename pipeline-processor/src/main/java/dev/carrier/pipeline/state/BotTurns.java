package dev.carrier.pipeline.state;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the loop breaker remembers of a conversation. Bounded: {@value #MOST} turns, and one user
 * for each account. Immutable.
 *
 * @param person when a person last wrote, by the platform's time
 * @param ours the users of our accounts, as far as they wrote here
 * @param spent the turns that answered bots since then, oldest first
 */
public record BotTurns(
        Optional<Instant> person, SortedMap<AccountId, PersonId> ours, List<Spent> spent) {
    /** Nothing was heard yet. */
    public static final BotTurns NONE = new BotTurns(Optional.empty(), new TreeMap<>(), List.of());

    /** However many bots there are: more turns than this are not remembered, and not taken. */
    static final int MOST = 32;

    public BotTurns {
        ours = Collections.unmodifiableSortedMap(new TreeMap<>(ours));
        spent = List.copyOf(spent);
    }

    /** A turn in which an account answered a bot. */
    public record Spent(AccountId account, PersonId bot, Instant at) {}

    /** A person wrote: the budgets start afresh, if that is news. */
    BotTurns person(Instant at) {
        return person.filter(last -> !at.isAfter(last)).isPresent()
                ? this
                : new BotTurns(Optional.of(at), ours, List.of());
    }

    BotTurns ours(AccountId account, PersonId user) {
        if (user.equals(ours.get(account))) {
            return this;
        }
        SortedMap<AccountId, PersonId> more = new TreeMap<>(ours);
        more.put(account, user);
        return new BotTurns(person, more, spent);
    }

    boolean isOurs(PersonId bot) {
        return ours.containsValue(bot);
    }

    BotTurns spend(AccountId account, PersonId bot, Instant now, Duration every) {
        List<Spent> left = new ArrayList<>(since(now.minus(every)));
        left.add(new Spent(account, bot, now));
        return new BotTurns(person, ours, left);
    }

    /** All that was spent after that time. */
    List<Spent> since(Instant then) {
        return spent.stream().filter(turn -> turn.at().isAfter(then)).toList();
    }

    /**
     * How many turns an account and a bot caused each other after that time. Two of ours have one
     * budget, whoever of them speaks.
     */
    long between(AccountId account, PersonId bot, Instant then) {
        return since(then).stream()
                .filter(turn ->
                        (turn.account().equals(account) && turn.bot().equals(bot))
                                || (turn.bot().equals(ours.get(account))
                                        && bot.equals(ours.get(turn.account()))))
                .count();
    }
}
