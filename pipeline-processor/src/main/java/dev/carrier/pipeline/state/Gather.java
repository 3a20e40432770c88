package dev.carrier.pipeline.state;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.TurnId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Collects messages until people pause, so that one turn sees all of them. */
final class Gather {
    /**
     * How long typing is shown:
     * https://docs.discord.com/developers/resources/channel#trigger-typing-indicator
     */
    private static final Duration TYPING = Duration.ofSeconds(10);

    /** More than this is not held back: state stays small. */
    private static final int MOST = 24;

    private Gather() {}

    /** A message came that this account may answer. */
    static void said(Deciding deciding, Event.Said said, AccountId account) {
        // While its turn is open, messages wait without a clock: gathering begins anew after it.
        if (deciding.seat(account).turn().isEmpty()) {
            deciding.gathering(
                    Optional.of(
                            deciding.gathering()
                                    .orElseGet(() -> Gathering.begun(deciding.now()))
                                    .said(said.id(), said.by().person(), deciding.now())));
        }
    }

    /** Somebody types: if they wrote something of what is gathered, it is waited for. */
    static void typed(Deciding deciding, PersonId by) {
        boolean author = deciding.waiting().stream().anyMatch(message -> message.by().equals(by));
        if (author && deciding.gathering().isPresent()) {
            deciding.gathering(
                    deciding.gathering()
                            .map(running -> running.typed(by, deciding.now().plus(TYPING))));
            clock(deciding);
        }
    }

    /** A turn of this account is closed: what waited for it is gathered from now on. */
    static void anew(Deciding deciding, AccountId account) {
        if (deciding.awaits(account)) {
            if (deciding.gathering().isEmpty()) {
                deciding.gathering(Optional.of(Gathering.begun(deciding.now())));
            }
            clock(deciding);
        }
    }

    /** The same, where something was heard already. */
    static void clockIfKnown(Deciding deciding) {
        if (deciding.known().isPresent()) {
            clock(deciding);
        }
    }

    /** Sets the alarm for the end of the gathering, or ends it if that is now. */
    static void clock(Deciding deciding) {
        if (deciding.gathering().isPresent()) {
            if (waiters(deciding).isEmpty()) {
                stop(deciding);
                return;
            }
            var due = deciding.gathering().get().due(deciding.ways().gather());
            if (!due.isAfter(deciding.now()) || isFull(deciding)) {
                end(deciding);
            } else {
                deciding.alarms().set(Alarm.GATHERED, due);
                waiters(deciding).forEach(account -> promise(deciding, account));
            }
        }
        overflow(deciding);
    }

    /**
     * What was missed comes in one rush, and is one turn however much it is: of that the oldest is
     * let go instead. What is live does not wait for more.
     */
    private static boolean isFull(Deciding deciding) {
        return deciding.waiting().size() > MOST && !deciding.waiting().getLast().late();
    }

    /** Gathering ends: every account that waited and is free decides, once. */
    static void end(Deciding deciding) {
        stop(deciding);
        waiters(deciding).forEach(account -> Decide.decide(deciding, account));
    }

    private static void stop(Deciding deciding) {
        deciding.gathering(Optional.empty());
        deciding.alarms().cancel(Alarm.GATHERED);
    }

    private static SortedSet<AccountId> waiters(Deciding deciding) {
        SortedSet<AccountId> free = new TreeSet<>();
        for (Gathered message : deciding.waiting()) {
            for (AccountId account : message.waiting()) {
                if (deciding.seat(account).turn().isEmpty()) {
                    free.add(account);
                }
            }
        }
        return free;
    }

    /** It is clear already that there will be an answer: people see it at once. */
    private static void promise(Deciding deciding, AccountId account) {
        if (deciding.seat(account).typing().isPresent()) {
            return;
        }
        deciding.waiting().stream()
                .filter(message -> message.waiting().contains(account))
                // Whether a bot is answered is certain only at the end.
                .filter(message -> !message.bot() && message.call(account).isPresent())
                .filter(message ->
                        !Cooldown.holds(deciding, account, message.by(), message.roles()))
                .findFirst()
                .ifPresent(message -> {
                    TurnId turn = Derived.turn(deciding.id(), account, message.id());
                    deciding.seat(account, deciding.seat(account).typing(Optional.of(turn)));
                    Tell.typing(deciding, account, turn, true);
                });
    }

    /** What was promised will not be: nothing is left that calls the account. */
    static void broken(Deciding deciding, AccountId account) {
        deciding.seat(account)
                .typing()
                .ifPresent(turn -> {
                    deciding.seat(account, deciding.seat(account).typing(Optional.empty()));
                    Tell.typing(deciding, account, turn, false);
                });
    }

    /** Too much waits: the oldest are let go, those that call nobody first. */
    private static void overflow(Deciding deciding) {
        while (deciding.waiting().size() > MOST) {
            Gathered oldest = leastMissed(deciding.waiting());
            for (AccountId account : oldest.waiting()) {
                deciding.ignored(oldest.id(), account, overlooked(deciding, oldest, account));
            }
            deciding.waiting().remove(oldest);
        }
    }

    private static Gathered leastMissed(List<Gathered> waiting) {
        Set<PersonId> callers =
                waiting.stream()
                        .filter(Gathered::callsAnybody)
                        .map(Gathered::by)
                        .collect(Collectors.toSet());
        return first(waiting, message -> !callers.contains(message.by()))
                .or(() -> first(waiting, message -> !message.callsAnybody()))
                .orElse(waiting.getFirst());
    }

    private static Optional<Gathered> first(List<Gathered> waiting, Predicate<Gathered> which) {
        return waiting.stream().filter(which).findFirst();
    }

    private static String overlooked(Deciding deciding, Gathered message, AccountId account) {
        boolean unaddressed =
                switch (deciding.ways().answer()) {
                    case MENTIONS, LISTEN, NEVER -> true;
                    case ALWAYS, ASK -> false;
                };
        return unaddressed && message.call(account).isEmpty()
                ? "not addressed"
                : "too many at once";
    }
}
