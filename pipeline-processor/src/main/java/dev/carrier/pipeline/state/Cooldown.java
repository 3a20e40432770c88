package dev.carrier.pipeline.state;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.contracts.Policy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How an account holds back after it spoke: it answers nothing of a person for a while, and leaves
 * alone what does not call it. A DM has none: there nobody else is bothered.
 */
final class Cooldown {
    static final String REASON = "cooldown";

    /** Of more people it is not remembered when they were answered: state stays small. */
    private static final int MOST = 24;

    private static final Policy.Cooldown NONE = new Policy.Cooldown(Duration.ZERO, Duration.ZERO);

    private Cooldown() {}

    /** A turn was answered: from now on its people wait. */
    static void answered(Deciding deciding, AccountId account, Turn turn) {
        List<Answered> people = new ArrayList<>(deciding.seat(account).answered());
        Duration longest = longest(deciding.policy());
        people.removeIf(one -> !one.at().plus(longest).isAfter(deciding.now()));
        for (Trigger trigger : turn.triggers()) {
            boolean waits = here(deciding, trigger.roles()).person().isPositive();
            if (waits && !trigger.gone()) {
                people.removeIf(one -> one.by().equals(trigger.by()));
                people.add(new Answered(trigger.by(), deciding.now(), false));
            }
        }
        while (people.size() > MOST) {
            people.removeFirst();
        }
        deciding.seat(account, deciding.seat(account).answered(people));
    }

    /** Whether nothing of this person is answered now. */
    static boolean holds(
            Deciding deciding, AccountId account, PersonId by, Collection<String> roles) {
        Duration person = here(deciding, roles).person();
        return find(deciding, account, by)
                .filter(one -> one.at().plus(person).isAfter(deciding.now()))
                .isPresent();
    }

    /** Whether the account leaves alone now what does not call it. */
    static boolean holdsHere(Deciding deciding, AccountId account, Collection<String> roles) {
        Duration place = here(deciding, roles).place();
        return deciding.seat(account)
                .spoke()
                .filter(at -> at.plus(place).isAfter(deciding.now()))
                .isPresent();
    }

    /** A message of somebody who waits ends; if it called the account, they see a sign, once. */
    static void ignored(Deciding deciding, AccountId account, Gathered message) {
        deciding.ignored(message.id(), account, REASON);
        boolean told = find(deciding, account, message.by()).map(Answered::told).orElse(true);
        if (message.call(account).isPresent()
                && !told
                && deciding.policy().atTheCap() != Policy.AtTheCap.SILENCE) {
            deciding.seat(
                    account,
                    deciding.seat(account)
                            .answered(
                                    deciding.seat(account).answered().stream()
                                            .map(one ->
                                                    one.by().equals(message.by())
                                                            ? one.asTold()
                                                            : one)
                                            .toList()));
            Tell.wait(deciding, account, message.id());
        }
    }

    private static Optional<Answered> find(Deciding deciding, AccountId account, PersonId by) {
        return deciding.seat(account).answered().stream()
                .filter(one -> one.by().equals(by))
                .findFirst();
    }

    private static Policy.Cooldown here(Deciding deciding, Collection<String> roles) {
        return deciding.place().kind() == PlaceKind.DM
                ? NONE
                : deciding.ways(roles).cooldown().orElse(NONE);
    }

    private static Duration longest(Policy policy) {
        return Stream.concat(
                        policy.defaults().cooldown().stream(),
                        policy.rules().stream().flatMap(rule -> rule.cooldown().stream()))
                .map(Policy.Cooldown::person)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
