package dev.carrier.pipeline.state;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Hearing;
import dev.carrier.contracts.Line;
import dev.carrier.contracts.OutcomeKind;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.ResponseId;
import dev.carrier.contracts.TurnId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What an operator wants done in an account's name: no model is asked, everything else holds as for
 * the character's own words.
 */
final class Orders {
    /** More than these are not done at once in one place: state stays small. */
    private static final int MOST = 16;

    /**
     * A person must have written within this time.
     * https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/messaging-api
     */
    static final Duration WINDOW = Duration.ofHours(24);

    private Orders() {}

    static void say(Deciding deciding, Event.SayOrdered order) {
        deciding.place(order.in());
        for (AccountId account : fresh(deciding, order.id(), order.heardBy())) {
            Optional<String> refused = refused(deciding, account).or(() -> closed(deciding, order));
            if (refused.isPresent()) {
                failed(deciding, order.id(), account, refused.get());
                continue;
            }
            TurnId turn = Derived.turn(deciding.id(), account, order.id());
            ResponseId id = Derived.part(turn, 0, 1);
            deciding.out(
                    Output.of(
                            new Response.Say(
                                    id,
                                    turn,
                                    deciding.place(),
                                    account,
                                    1,
                                    1,
                                    order.text(),
                                    order.replyTo(),
                                    order.replyTo().orElseGet(() -> newest(deciding, order)),
                                    deciding.now(),
                                    deciding.now().plus(deciding.ways().deadline()),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.of(true).filter(_ -> order.privately()),
                                    order.media())));
            sending(deciding, new Errand(order.id(), account, turn, id, "said"));
        }
    }

    static void moderate(Deciding deciding, Event.ModerationOrdered order) {
        deciding.place(order.in());
        for (AccountId account : fresh(deciding, order.id(), order.heardBy())) {
            Optional<String> refused = refused(deciding, account);
            if (refused.isPresent()) {
                failed(deciding, order.id(), account, refused.get());
                continue;
            }
            TurnId turn = Derived.turn(deciding.id(), account, order.id());
            ResponseId id = Derived.part(turn, 0, 1);
            deciding.out(
                    Output.of(
                            new Response.Moderate(
                                    id,
                                    turn,
                                    deciding.place(),
                                    account,
                                    order.target(),
                                    order.what(),
                                    deciding.now(),
                                    deciding.now().plus(deciding.ways().deadline()))));
            String what = order.what().name().toLowerCase(Locale.ROOT);
            sending(deciding, new Errand(order.id(), account, turn, id, what));
        }
    }

    /** The accounts that have not heard of this order before. */
    static List<AccountId> fresh(Deciding deciding, EventId order, List<Hearing> heardBy) {
        return heardBy.stream()
                .map(Hearing::account)
                .filter(account -> {
                    if (deciding.seen().noted(order, account)) {
                        deciding.because(account + ": seen before");
                        return false;
                    }
                    deciding.seen(deciding.seen().noting(order, account));
                    return true;
                })
                .toList();
    }

    static void failed(Deciding deciding, EventId order, AccountId account, String why) {
        deciding.outcome(order, account, OutcomeKind.FAILED, why, Optional.empty());
        deciding.because(account + ": failed(" + why + ")");
    }

    private static Optional<String> refused(Deciding deciding, AccountId account) {
        if (!deciding.policy().cast().containsKey(account)) {
            return Optional.of(Change.NOT_IN_THE_CAST);
        }
        return deciding.errands().size() >= MOST
                ? Optional.of("too many at once")
                : Optional.empty();
    }

    /** In a DM: as far as is known here, the person has not written lately. */
    private static Optional<String> closed(Deciding deciding, Event.SayOrdered order) {
        if (deciding.place().kind() != PlaceKind.DM || order.privately()) {
            return Optional.empty();
        }
        Instant since = deciding.now().minus(WINDOW);
        boolean lately =
                deciding.window().stream()
                        .anyMatch(line -> line.account().isEmpty() && line.at().isAfter(since));
        return lately
                ? Optional.empty()
                : Optional.of(
                        "the person has not written within 24 hours: Instagram takes no message");
    }

    private static EventId newest(Deciding deciding, Event.SayOrdered order) {
        List<Line> window = deciding.window();
        return window.isEmpty() ? order.id() : window.getLast().id();
    }

    private static void sending(Deciding deciding, Errand errand) {
        deciding.errands().add(errand);
        deciding.alarms()
                .set(
                        Alarm.ERRAND + errand.turn(),
                        deciding.now().plus(deciding.ways().deadline()).plus(Turns.NO_WORD_AFTER));
        deciding.because(errand.account() + ": ordered");
    }

    /** Takes in a delivery; false when it is of no order. */
    static boolean delivered(Deciding deciding, ResponseId response, Optional<String> refused) {
        Optional<Errand> open = find(deciding, one -> one.response().equals(response));
        open.ifPresent(errand ->
                end(
                        deciding,
                        errand,
                        refused.isEmpty() ? OutcomeKind.REPLIED : OutcomeKind.FAILED,
                        refused.map("refused: "::concat).orElse("ordered: " + errand.what())));
        return open.isPresent();
    }

    /** Of this order no word came. */
    static void noWord(Deciding deciding, String turn) {
        find(deciding, one -> one.turn().value().equals(turn))
                .ifPresent(errand -> {
                    end(deciding, errand, OutcomeKind.FAILED, "no word from the platform");
                    OwnWords.settled(deciding, errand.account());
                });
    }

    private static Optional<Errand> find(Deciding deciding, Predicate<Errand> which) {
        return deciding.errands().stream().filter(which).findFirst();
    }

    private static void end(Deciding deciding, Errand errand, OutcomeKind kind, String why) {
        deciding.errands().remove(errand);
        deciding.alarms().cancel(Alarm.ERRAND + errand.turn());
        deciding.outcome(errand.event(), errand.account(), kind, why, Optional.of(errand.turn()));
        deciding.because(
                errand.account() + ": " + kind.name().toLowerCase(Locale.ROOT) + "(" + why + ")");
    }
}
