package dev.carrier.pipeline.state;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Attachment;
import dev.carrier.contracts.AuthorKind;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Hearing;
import dev.carrier.contracts.Line;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What is heard: remembered, told apart, and gathered where it may be answered. */
public final class Hear {
    /** The platform's clock and ours may be some seconds apart. */
    private static final Duration HELD_UP = Duration.ofMinutes(1);

    private Hear() {}

    /** Takes in one event. */
    public static void heard(Deciding deciding, Event event) {
        switch (event) {
            case Event.Said said -> said(deciding, said);
            case Event.Edited edited -> Amend.edited(deciding, edited);
            case Event.Deleted deleted -> Amend.deleted(deciding, deleted);
            case Event.Reacted reacted -> {
                deciding.place(reacted.in());
                noted(deciding, reacted.id(), reacted.heardBy());
            }
            case Event.Typed typed -> {
                deciding.place(typed.in());
                Gather.typed(deciding, typed.by().person());
                noted(deciding, typed.id(), typed.heardBy());
            }
            case Event.Commanded command -> Commands.heard(deciding, command);
            case Event.Read read -> {
                deciding.place(read.in());
                noted(deciding, read.id(), read.heardBy());
            }
            case Event.PostOrdered order -> Publishing.ordered(deciding, order);
            case Event.SayOrdered order -> Orders.say(deciding, order);
            case Event.ModerationOrdered order -> Orders.moderate(deciding, order);
            case Event.Unknown unknown -> unknown(deciding, unknown);
        }
    }

    private static void said(Deciding deciding, Event.Said said) {
        deciding.place(said.in());
        because(deciding, said);
        LoopBreaker.heard(deciding, said);
        for (Hearing hearing : said.heardBy()) {
            AccountId account = hearing.account();
            if (deciding.seen().said(said.id(), account)) {
                deciding.because(account + ": seen before");
                continue;
            }
            boolean rest = deciding.seen().gathered(said.id());
            deciding.seen(deciding.seen().saying(said.id(), account));
            if (hearing.self() && OwnWords.shared(deciding)) {
                OwnWords.heard(deciding, account, line(deciding, said, Optional.of(account)));
                continue;
            }
            Optional<String> ignored = remembered(deciding, said, hearing);
            if (ignored.isPresent()) {
                deciding.ignored(said.id(), account, ignored.get());
                if (ignored.get().equals(Pairing.REASON)) {
                    Pairing.asked(deciding, said, account);
                }
            } else {
                gathered(deciding, said, hearing, rest);
            }
        }
        boolean more = said.heardBy().stream().anyMatch(one -> one.more().orElse(false));
        deciding.gathering(
                deciding.gathering().map(running -> running.followed(more, deciding.now())));
        Gather.clock(deciding);
    }

    /** Which rules decide here: an operator who wonders finds them in the reason. */
    private static void because(Deciding deciding, Event.Said said) {
        List<String> rules =
                WaysHere.rules(deciding.policy(), deciding.place(), deciding.roles(said.by()));
        if (!rules.isEmpty()) {
            deciding.because("rules " + String.join(", ", rules));
        }
    }

    /** Puts it into the window where it belongs there; gives why it is not answered, if so. */
    private static Optional<String> remembered(
            Deciding deciding, Event.Said said, Hearing hearing) {
        boolean gone = deciding.gone().contains(Derived.mark(said.id()));
        if (hearing.self()) {
            if (!gone) {
                window(deciding, said, Optional.of(hearing.account()));
            }
            return Optional.of("own message");
        }
        Optional<String> notHere = Gate.notHere(deciding, hearing, said.by());
        if (notHere.isPresent()) {
            return notHere;
        }
        if (gone) {
            return Optional.of(Amend.DELETED);
        }
        window(deciding, said, Optional.empty());
        return Gate.notAnswered(deciding, hearing, said.by(), said.at());
    }

    private static void window(Deciding deciding, Event.Said said, Optional<AccountId> account) {
        Line line = line(deciding, said, account);
        if (!line.text().isEmpty()) {
            deciding.window(
                    Talk.with(
                            deciding.window(), line, deciding.policy().window(), deciding.owed()));
        }
    }

    private static Line line(Deciding deciding, Event.Said said, Optional<AccountId> account) {
        return new Line(
                said.id(),
                said.at(),
                said.by().person(),
                said.by().name(),
                said.by().kind(),
                account,
                Attachment.told(said.text(), said.attachments()),
                said.replyTo(),
                Kept.of(said.attachments()),
                Talk.quote(deciding.window(), said).filter(_ -> !goneBefore(deciding, said)));
    }

    private static boolean goneBefore(Deciding deciding, Event.Said said) {
        return said.replyTo()
                .filter(message -> deciding.gone().contains(Derived.mark(message)))
                .isPresent();
    }

    private static void gathered(
            Deciding deciding, Event.Said said, Hearing hearing, boolean rest) {
        AccountId account = hearing.account();
        boolean bot = said.by().kind() == AuthorKind.BOT;
        SortedSet<Call> calls = Gate.calls(deciding, hearing, bot, said.text(), said.replyTo());
        Optional<String> barred = Gate.barred(deciding, hearing, !calls.isEmpty());
        if (barred.isPresent()) {
            deciding.ignored(said.id(), account, barred.get());
            return;
        }
        boolean known =
                deciding.waiting().stream().anyMatch(message -> message.id().equals(said.id()));
        if (known) {
            deciding.waiting(message ->
                    message.id().equals(said.id()) ? message.heard(account, calls) : message);
        } else {
            EventId burst = deciding.gathering().flatMap(Gathering::burst).orElse(said.id());
            Gathered first =
                    new Gathered(
                            said.id(),
                            said.at(),
                            said.by().person(),
                            burst,
                            new TreeMap<>(),
                            new TreeSet<>(),
                            Gate.called(deciding, said.text(), said.replyTo()),
                            rest,
                            Optional.empty(),
                            late(deciding, said, hearing),
                            deciding.roles(said.by()),
                            bot,
                            Optional.empty());
            deciding.waiting(first.heard(account, calls));
        }
        deciding.seen(deciding.seen().gathering(said.id()));
        deciding.because(account + ": gathering");
        Gather.said(deciding, said, account);
    }

    /** Heard from the history, or only now although it was live: people have talked on since. */
    private static boolean late(Deciding deciding, Event.Said said, Hearing hearing) {
        return hearing.late() || said.at().plus(HELD_UP).isBefore(deciding.now());
    }

    /** It is taken note of, and that is all: the outcome of whatever is no message. */
    static void noted(Deciding deciding, EventId event, List<Hearing> heardBy) {
        for (Hearing hearing : heardBy) {
            ended(deciding, event, hearing.account(), "noted");
        }
    }

    private static void ended(Deciding deciding, EventId event, AccountId account, String why) {
        if (deciding.seen().noted(event, account)) {
            deciding.because(account + ": seen before");
        } else {
            deciding.seen(deciding.seen().noting(event, account));
            deciding.ignored(event, account, why);
        }
    }

    private static void unknown(Deciding deciding, Event.Unknown unknown) {
        deciding.because("dropped: unknown kind " + unknown.type());
        String id = unknown.body().path("id").asString("");
        if (!id.isBlank()) {
            for (JsonNode hearing : unknown.body().path("heardBy")) {
                String account = hearing.path("account").asString("");
                if (!account.isBlank()) {
                    ended(deciding, new EventId(id), new AccountId(account), "unknown kind");
                }
            }
        }
    }
}
