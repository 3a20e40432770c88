package dev.carrier.pipeline.state;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Address;
import dev.carrier.contracts.Author;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Hearing;
import dev.carrier.contracts.Line;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.contracts.Policy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Who may be answered at all, and whom a message calls. First match wins. */
final class Gate {
    static final String BARRED = "may not speak here: ";

    private Gate() {}

    /** The account is not allowed in this place, or to hear this author: it does not concern it. */
    static Optional<String> notHere(Deciding deciding, Hearing hearing, Author by) {
        Policy.Ways ways = deciding.ways();
        if (!deciding.policy().cast().containsKey(hearing.account())) {
            return Optional.of("not in the cast");
        }
        if (deciding.place().kind() == PlaceKind.DM) {
            if (Pairing.admits(deciding.policy(), ways.dms(), by)) {
                return Optional.empty();
            }
            return switch (ways.dms()) {
                case EVERYONE -> Optional.empty();
                case MEMBERS ->
                        hearing.member() ? Optional.empty() : Optional.of("not allowed here");
                case PAIRING -> Optional.of(Pairing.REASON);
                case NOBODY -> Optional.of("not allowed here");
            };
        }
        boolean guild =
                ways.guilds().contains("all")
                        || (ways.guilds().contains("owned") && hearing.owned())
                        || deciding.place().guild().filter(ways.guilds()::contains).isPresent();
        if (guild && deciding.ways(deciding.roles(by)).answer() != Policy.Answer.NEVER) {
            return Optional.empty();
        }
        return Optional.of(
                guild && ways.answer() != Policy.Answer.NEVER
                        ? "not allowed for a role"
                        : "not allowed here");
    }

    /** It is heard and remembered, but never answered. */
    static Optional<String> notAnswered(Deciding deciding, Hearing hearing, Author by, Instant at) {
        if (deciding.policy().paused().contains(hearing.account())) {
            return Optional.of("paused");
        }
        if (OwnWords.human(deciding, hearing.account())) {
            return Optional.of(OwnWords.HUMAN);
        }
        Optional<String> notAPerson =
                switch (by.kind()) {
                    case PERSON -> Optional.empty();
                    case BOT -> LoopBreaker.whenHeard(deciding, hearing, by.person());
                    case WEBHOOK -> Optional.of("webhook");
                    case SYSTEM -> Optional.of("system");
                };
        if (notAPerson.isPresent()) {
            return notAPerson;
        }
        // The platform's time, not ours: what waited in a topic is as old as what was fetched.
        if (at.plus(deciding.ways().catchUp()).isBefore(deciding.now())) {
            return Optional.of("too old");
        }
        // Otherwise this place would be the same as one where only mentions are answered.
        return deciding.place().kind() != PlaceKind.DM
                        && deciding.ways(deciding.roles(by)).answer() == Policy.Answer.LISTEN
                ? Optional.of("listening")
                : Optional.empty();
    }

    /** What it says here would be refused: no model is asked and nothing is sent. */
    static Optional<String> barred(Deciding deciding, Hearing hearing, boolean called) {
        boolean answered =
                switch (deciding.ways().answer()) {
                    case ALWAYS, ASK -> true;
                    case MENTIONS, LISTEN, NEVER -> called;
                };
        return hearing.barred()
                .or(() ->
                        deciding.seat(hearing.account())
                                .barred()
                                .filter(barred -> barred.until().isAfter(deciding.now()))
                                .map(Seat.Barred::why))
                .filter(why -> answered)
                .map(why -> BARRED + why);
    }

    /** How a text calls an account that heard it; a bot calls by literal mention only. */
    static SortedSet<Call> calls(
            Deciding deciding,
            Hearing hearing,
            boolean bot,
            String text,
            Optional<EventId> replyTo) {
        SortedSet<Call> calls = new TreeSet<>();
        if (bot) {
            if (LoopBreaker.literal(hearing)) {
                calls.add(Call.MENTION);
            }
            return calls;
        }
        if (deciding.place().kind() == PlaceKind.DM) {
            calls.add(Call.DM);
        }
        for (Address address : hearing.address()) {
            calls.add(
                    switch (address) {
                        case MENTION, ROLE -> Call.MENTION;
                        case REPLY -> Call.REPLY;
                    });
        }
        if (answered(deciding.window(), replyTo).filter(hearing.account()::equals).isPresent()) {
            calls.add(Call.REPLY);
        }
        Policy.Cast cast = deciding.policy().cast().get(hearing.account());
        if (cast != null && Named.calls(text, cast.name(), deciding.ways().names())) {
            calls.add(Call.NAME);
        }
        if (hearing.opener().orElse(false) && deciding.ways().thread().orElse(false)) {
            calls.add(Call.THREAD);
        }
        return calls;
    }

    /** Accounts of the cast that a text calls literally, as far as the text itself shows it. */
    static SortedSet<AccountId> called(Deciding deciding, String text, Optional<EventId> replyTo) {
        SortedSet<AccountId> called = new TreeSet<>();
        for (var one : deciding.policy().cast().entrySet()) {
            if (one.getValue().platform().equals(deciding.place().platform())
                    && Named.mentions(text, one.getValue().name())) {
                called.add(one.getKey());
            }
        }
        Optional<AccountId> answered = answered(deciding.window(), replyTo);
        if (answered.isPresent()) {
            called.add(answered.get());
        }
        return called;
    }

    private static Optional<AccountId> answered(List<Line> window, Optional<EventId> replyTo) {
        return replyTo.flatMap(message -> Talk.find(window, message)).flatMap(Line::account);
    }
}
