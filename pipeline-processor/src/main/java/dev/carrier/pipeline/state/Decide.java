package dev.carrier.pipeline.state;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Ids;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Policy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The second half of the gate: whether an account speaks to what was gathered. */
final class Decide {
    private Decide() {}

    /** Decides for one account about all that waits for it; every message ends or opens a turn. */
    static void decide(Deciding deciding, AccountId account) {
        Optional<Gathered> asked = Asked.next(deciding, account);
        if (asked.isPresent()) {
            Asked.open(deciding, account, asked.get());
            return;
        }
        List<Gathered> mine = new ArrayList<>();
        for (Gathered message : deciding.waiting()) {
            if (message.waiting().contains(account)) {
                if (Cooldown.holds(deciding, account, message.by(), message.roles())) {
                    Cooldown.ignored(deciding, account, message);
                } else {
                    mine.add(message);
                }
            }
        }
        Set<PersonId> callers =
                mine.stream()
                        .filter(message -> !message.bot() && message.call(account).isPresent())
                        .map(Gathered::by)
                        .collect(Collectors.toCollection(HashSet::new));
        List<Gathered> answered = new ArrayList<>();
        List<Gathered> judged = new ArrayList<>();
        Set<PersonId> bots = new HashSet<>();
        for (Gathered message : mine) {
            if (message.bot()) {
                Optional<String> why = toABot(deciding, account, message, bots);
                if (why.isPresent()) {
                    deciding.ignored(message.id(), account, why.get());
                } else {
                    answered.add(message);
                }
            } else if (message.call(account).isPresent()
                    || (callers.contains(message.by()) && !message.isForAnother(account))) {
                answered.add(message);
            } else {
                Optional<String> why = unaddressed(deciding, message, account, callers.isEmpty());
                if (why.isPresent()) {
                    deciding.ignored(message.id(), account, why.get());
                } else if (deciding.ways(message.roles()).answer() == Policy.Answer.ASK) {
                    judged.add(message);
                } else {
                    answered.add(message);
                }
            }
        }
        deciding.waiting(message ->
                message.waiting().contains(account) ? message.decided(account) : message);
        if (!answered.isEmpty()) {
            // Somebody else is answered anyway: whether to speak is no question any more.
            judged.forEach(message -> deciding.ignored(message.id(), account, "not addressed"));
            if (!callers.isEmpty()) {
                deciding.seat(account, deciding.seat(account).stopped(false));
            }
            callers.addAll(bots);
            reply(deciding, account, answered, callers);
        } else {
            Gather.broken(deciding, account);
            if (!judged.isEmpty()) {
                List<Trigger> triggers = triggers(judged, Set.of());
                Turns.open(
                        deciding,
                        account,
                        Phase.JUDGING,
                        judged.getFirst().id(),
                        triggers,
                        "asked");
            }
        }
    }

    /**
     * Why a bot is not answered; one turn answers all that it gathered of a bot, and counts once.
     */
    private static Optional<String> toABot(
            Deciding deciding, AccountId account, Gathered message, Set<PersonId> bots) {
        Optional<String> why =
                bots.contains(message.by()) && message.call(account).isPresent()
                        ? Optional.empty()
                        : LoopBreaker.whenDecided(deciding, account, message);
        if (why.isEmpty() && bots.add(message.by())) {
            LoopBreaker.spend(deciding, account, message.by());
        }
        return why;
    }

    private static void reply(
            Deciding deciding, AccountId account, List<Gathered> answered, Set<PersonId> callers) {
        EventId opener =
                answered.stream()
                        .filter(message -> message.call(account).isPresent())
                        .findFirst()
                        .orElse(answered.getFirst())
                        .id();
        String reason =
                answered.stream()
                        .map(message -> message.call(account))
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder())
                        .map(Call::reason)
                        .orElse("always");
        Turns.open(deciding, account, Phase.THINKING, opener, triggers(answered, callers), reason);
    }

    private static List<Trigger> triggers(List<Gathered> messages, Set<PersonId> callers) {
        return messages.stream()
                .map(one ->
                        new Trigger(
                                one.id(),
                                one.by(),
                                callers.contains(one.by()),
                                false,
                                one.late(),
                                one.roles(),
                                one.bot(),
                                one.interaction()))
                .toList();
    }

    /** Why nothing is said to a message that does not call the account; empty if it may be. */
    private static Optional<String> unaddressed(
            Deciding deciding, Gathered message, AccountId account, boolean nobodyCalls) {
        return switch (deciding.ways(message.roles()).answer()) {
            case ALWAYS -> {
                if (deciding.seat(account).stopped()) {
                    yield Optional.of("stopped");
                }
                if (message.isForAnother(account)) {
                    yield Optional.of("addressed to another");
                }
                if (Cooldown.holdsHere(deciding, account, message.roles())) {
                    yield Optional.of(Cooldown.REASON);
                }
                AccountId speaker = speaker(deciding, message);
                yield speaker.equals(account) && !message.rest()
                        ? Optional.empty()
                        : Optional.of("left to another");
            }
            case ASK -> {
                if (!nobodyCalls
                        || message.isForAnother(account)
                        || deciding.policy().judge().isEmpty()) {
                    yield Optional.of("not addressed");
                }
                if (deciding.seat(account).stopped()) {
                    yield Optional.of("stopped");
                }
                yield Cooldown.holdsHere(deciding, account, message.roles())
                        ? Optional.of(Cooldown.REASON)
                        : Optional.empty();
            }
            case MENTIONS, LISTEN, NEVER -> Optional.of("not addressed");
        };
    }

    /**
     * One of those who heard it, by rendezvous hash, so that each of them finds the same one, and
     * the same for a whole burst; once found it stays, even if another account hears it later.
     */
    private static AccountId speaker(Deciding deciding, Gathered message) {
        AccountId speaker =
                message.elected()
                        .orElseGet(() ->
                                message.calls().keySet().stream()
                                        .max(
                                                Comparator.comparing(account ->
                                                        weight(deciding, account, message.burst())))
                                        .orElseThrow());
        deciding.waiting(one -> one.id().equals(message.id()) ? one.elected(speaker) : one);
        return speaker;
    }

    private static String weight(Deciding deciding, AccountId account, EventId burst) {
        return Ids.derive("e", account.value(), deciding.id().value(), burst.value());
    }
}
