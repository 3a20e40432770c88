package dev.carrier.pipeline.state;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Interaction;
import dev.carrier.contracts.PersonId;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A message of which some account has not decided yet.
 *
 * @param at the platform's time of it
 * @param burst the first message of the gathering in which it came
 * @param calls the accounts that heard it and may answer, with how it called them
 * @param waiting those of them that have not decided
 * @param others accounts of the cast that its text calls, whether they heard it or not
 * @param rest other accounts decided about it before this gathering
 * @param elected who speaks where one of many does, once that is decided
 * @param late it was fetched from the history, or held up on the way
 * @param roles of its author, those of which the policy had rules when it was heard
 * @param bot a bot wrote it
 * @param interaction where the answer goes when it was asked by a command
 */
public record Gathered(
        EventId id,
        Instant at,
        PersonId by,
        EventId burst,
        SortedMap<AccountId, SortedSet<Call>> calls,
        SortedSet<AccountId> waiting,
        SortedSet<AccountId> others,
        boolean rest,
        Optional<AccountId> elected,
        boolean late,
        List<String> roles,
        boolean bot,
        Optional<Interaction> interaction) {
    private static final Set<Call> WEAK = EnumSet.of(Call.NAME, Call.THREAD);
    private static final Set<Call> LITERAL = EnumSet.of(Call.MENTION, Call.REPLY);

    public Gathered {
        // A state of an earlier build has no time here: what waits in it is the oldest.
        at = at == null ? Instant.EPOCH : at;
        SortedMap<AccountId, SortedSet<Call>> copy = new TreeMap<>();
        calls.forEach((account, how) -> copy.put(account, new TreeSet<>(how)));
        calls = Collections.unmodifiableSortedMap(copy);
        waiting = Collections.unmodifiableSortedSet(new TreeSet<>(waiting));
        others = Collections.unmodifiableSortedSet(new TreeSet<>(others));
        roles = roles == null ? List.of() : List.copyOf(roles);
    }

    boolean isOlder(Gathered other) {
        return Order.older(at, id, other.at, other.id);
    }

    /** How it calls the account; absent when it does not, or when it calls another more clearly. */
    Optional<Call> call(AccountId account) {
        SortedSet<Call> how = calls.getOrDefault(account, new TreeSet<>());
        if (how.isEmpty() || (WEAK.contains(how.first()) && callsAnotherLiterally(account))) {
            return Optional.empty();
        }
        return Optional.of(how.first());
    }

    /** Somebody is called by it. */
    boolean callsAnybody() {
        return waiting.stream().anyMatch(account -> call(account).isPresent());
    }

    boolean callsAnotherLiterally(AccountId account) {
        return others.stream().anyMatch(other -> !other.equals(account))
                || calls.entrySet().stream()
                        .anyMatch(one ->
                                !one.getKey().equals(account)
                                        && one.getValue().stream().anyMatch(LITERAL::contains));
    }

    /** It calls another account and not this one. */
    boolean isForAnother(AccountId account) {
        return call(account).isEmpty()
                && (callsAnotherLiterally(account)
                        || calls.keySet().stream()
                                .anyMatch(other ->
                                        !other.equals(account) && call(other).isPresent()));
    }

    Gathered heard(AccountId account, SortedSet<Call> how) {
        SortedMap<AccountId, SortedSet<Call>> more = new TreeMap<>(calls);
        more.put(account, how);
        SortedSet<AccountId> all = new TreeSet<>(waiting);
        all.add(account);
        return new Gathered(
                id, at, by, burst, more, all, others, rest, elected, late, roles, bot, interaction);
    }

    Gathered called(AccountId account, SortedSet<Call> how) {
        SortedMap<AccountId, SortedSet<Call>> changed = new TreeMap<>(calls);
        changed.put(account, how);
        return new Gathered(
                id,
                at,
                by,
                burst,
                changed,
                waiting,
                others,
                rest,
                elected,
                late,
                roles,
                bot,
                interaction);
    }

    Gathered decided(AccountId account) {
        SortedSet<AccountId> left = new TreeSet<>(waiting);
        left.remove(account);
        return new Gathered(
                id,
                at,
                by,
                burst,
                calls,
                left,
                others,
                rest,
                elected,
                late,
                roles,
                bot,
                interaction);
    }

    Gathered elected(AccountId speaker) {
        return new Gathered(
                id,
                at,
                by,
                burst,
                calls,
                waiting,
                others,
                rest,
                Optional.of(speaker),
                late,
                roles,
                bot,
                interaction);
    }
}
