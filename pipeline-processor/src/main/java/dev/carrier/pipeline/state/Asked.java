package dev.carrier.pipeline.state;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.AuthorKind;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Hearing;
import dev.carrier.contracts.Interaction;
import dev.carrier.contracts.Line;
import dev.carrier.contracts.OutcomeKind;
import dev.carrier.contracts.TurnId;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * {@code /ask}: a question like any that calls the character, but with a turn of its own, since the
 * platform waits for an answer to each; nothing is gathered with it.
 */
final class Asked {
    static final String REASON = "asked by command";

    private Asked() {}

    static void heard(Deciding deciding, Event.Commanded asked, Hearing hearing) {
        AccountId account = hearing.account();
        String text = asked.options().getOrDefault("text", "").strip();
        Optional<String> why =
                text.isEmpty()
                        ? Optional.of("nothing asked")
                        : notAnswered(deciding, asked, hearing);
        if (why.isPresent()) {
            Commands.refuse(deciding, asked, account, why.get());
            return;
        }
        Line line =
                new Line(
                        asked.id(),
                        asked.at(),
                        asked.by().person(),
                        asked.by().name(),
                        asked.by().kind(),
                        Optional.empty(),
                        text,
                        Optional.empty());
        deciding.window(
                Talk.with(deciding.window(), line, deciding.policy().window(), deciding.owed()));
        Gathered question =
                new Gathered(
                                asked.id(),
                                asked.at(),
                                asked.by().person(),
                                asked.id(),
                                new TreeMap<>(),
                                new TreeSet<>(),
                                new TreeSet<>(),
                                false,
                                Optional.empty(),
                                false,
                                deciding.roles(asked.by()),
                                false,
                                Optional.of(asked.interaction()))
                        .heard(account, new TreeSet<>(List.of(Call.MENTION)));
        deciding.waiting(question);
        if (deciding.seat(account).turn().isEmpty()) {
            open(deciding, account, question);
        } else {
            deciding.because(account + ": waiting for its turn");
        }
    }

    /** What holds for a message holds for a question; a bot's is never one. */
    private static Optional<String> notAnswered(
            Deciding deciding, Event.Commanded asked, Hearing hearing) {
        if (asked.by().kind() == AuthorKind.BOT) {
            return Optional.of("bot");
        }
        return Gate.notAnswered(deciding, hearing, asked.by(), asked.at())
                .or(() -> Gate.barred(deciding, hearing, true))
                .or(() ->
                        Optional.of(Cooldown.REASON)
                                .filter(_ ->
                                        Cooldown.holds(
                                                deciding,
                                                hearing.account(),
                                                asked.by().person(),
                                                deciding.roles(asked.by()))));
    }

    /** The oldest question by command that waits for an account; who is to wait longer is told. */
    static Optional<Gathered> next(Deciding deciding, AccountId account) {
        for (Gathered one : List.copyOf(deciding.waiting())) {
            if (one.interaction().isPresent() && one.waiting().contains(account)) {
                if (!Cooldown.holds(deciding, account, one.by(), one.roles())) {
                    return Optional.of(one);
                }
                deciding.ignored(one.id(), account, Cooldown.REASON);
                deciding.waiting(same -> same.id().equals(one.id()) ? same.decided(account) : same);
            }
        }
        return Optional.empty();
    }

    /** Opens the turn of one question; whatever else waits goes on waiting. */
    static void open(Deciding deciding, AccountId account, Gathered question) {
        deciding.waiting(one -> one.id().equals(question.id()) ? one.decided(account) : one);
        // What is promised for other messages is promised again when they are gathered.
        Gather.broken(deciding, account);
        deciding.seat(account, deciding.seat(account).stopped(false));
        Turns.open(
                deciding,
                account,
                Phase.THINKING,
                question.id(),
                List.of(
                        new Trigger(
                                question.id(),
                                question.by(),
                                true,
                                false,
                                false,
                                question.roles(),
                                question.bot(),
                                question.interaction())),
                REASON);
    }

    /** A question ends without an answer: who asked must not be left waiting. */
    static void unanswered(
            Deciding deciding, EventId event, AccountId account, OutcomeKind kind, String reason) {
        if (kind == OutcomeKind.REPLIED || !Commands.isCommand(event)) {
            return;
        }
        where(deciding, event, account)
                .ifPresent(where -> {
                    TurnId turn = Derived.turn(deciding.id(), account, event);
                    String text =
                            Sentences.unanswered(
                                    kind,
                                    reason,
                                    deciding.name(account),
                                    deciding.ways().onFailure());
                    Commands.notice(deciding, account, turn, text, where);
                });
    }

    private static Optional<Interaction> where(
            Deciding deciding, EventId event, AccountId account) {
        Optional<Interaction> waiting =
                deciding.waiting().stream()
                        .filter(one -> one.id().equals(event))
                        .findFirst()
                        .flatMap(Gathered::interaction);
        return waiting.or(() ->
                deciding.seat(account).turn().stream()
                        .flatMap(turn -> turn.triggers().stream())
                        .filter(one -> one.id().equals(event))
                        .findFirst()
                        .flatMap(Trigger::interaction));
    }
}
