package dev.carrier.pipeline.state;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Hearing;
import dev.carrier.contracts.Interaction;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Memory;
import dev.carrier.contracts.OutcomeKind;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.contracts.Policy;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.ResponseId;
import dev.carrier.contracts.Step;
import dev.carrier.contracts.StepId;
import dev.carrier.contracts.TurnId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** What people ask for by a command. Only {@code ask} reaches a model, see {@link Asked}. */
final class Commands {
    static final String NOT_PERMITTED = "not permitted";

    /** More than these are not done at once in one place: state stays small. */
    private static final int MOST = 8;

    private Commands() {}

    static void heard(Deciding deciding, Event.Commanded command) {
        deciding.place(command.in());
        for (Hearing hearing : command.heardBy()) {
            AccountId account = hearing.account();
            if (deciding.seen().said(command.id(), account)) {
                deciding.because(account + ": seen before");
                continue;
            }
            deciding.seen(deciding.seen().saying(command.id(), account));
            Optional<String> refused = refused(deciding, command, hearing);
            if (refused.isPresent()) {
                refuse(deciding, command, account, refused.get());
            } else if (command.command().equals("ask")) {
                Asked.heard(deciding, command, hearing);
            } else {
                carryOut(deciding, command, account);
            }
        }
        Gather.clock(deciding);
    }

    private static Optional<String> refused(
            Deciding deciding, Event.Commanded command, Hearing hearing) {
        // Who wants to be forgotten need not be welcome.
        Optional<String> notHere =
                command.command().equals("forget-me")
                        ? Optional.empty()
                        : Gate.notHere(deciding, hearing, command.by());
        if (notHere.isPresent()) {
            return notHere;
        }
        if (deciding.commands().size() >= MOST) {
            return Optional.of("too many at once");
        }
        return switch (command.command()) {
            case "ask", "forget-me", "characters" -> Optional.empty();
            case "why" -> command.mayManage() ? Optional.empty() : Optional.of(NOT_PERMITTED);
            // It holds on every server: who manages one of strangers does not decide for the rest.
            case "pause", "resume" ->
                    command.mayManage() && (hearing.owned() || command.in().kind() == PlaceKind.DM)
                            ? Optional.empty()
                            : Optional.of(NOT_PERMITTED);
            default -> Optional.of("unknown command");
        };
    }

    /** It ends here; who used it is told, whether that arrives or not. */
    static void refuse(
            Deciding deciding, Event.Commanded command, AccountId account, String reason) {
        TurnId turn = Derived.turn(deciding.id(), account, command.id());
        String text =
                Sentences.refusal(reason, deciding.name(account), command.command(), command.in());
        notice(deciding, account, turn, text, command.interaction());
        deciding.ignored(command.id(), account, reason);
    }

    private static void carryOut(Deciding deciding, Event.Commanded command, AccountId account) {
        switch (command.command()) {
            case "pause" -> call(deciding, command, account, "pause", Map.of());
            case "resume" -> call(deciding, command, account, "resume", Map.of());
            case "why" ->
                    call(
                            deciding,
                            command,
                            account,
                            "why",
                            Map.of(
                                    "message",
                                    message(command.options().getOrDefault("message", ""))));
            case "forget-me" -> forget(deciding, command, account);
            case "characters" -> tell(deciding, opened(deciding, command, account), who(deciding));
            default -> throw new IllegalStateException("refused before: " + command.command());
        }
    }

    /** The number of a message, of its link or by itself. */
    private static String message(String given) {
        String text = given.strip();
        String last = text.substring(text.lastIndexOf('/') + 1);
        return last.length() > 20 ? last.substring(0, 20) : last;
    }

    private static Command opened(Deciding deciding, Event.Commanded command, AccountId account) {
        TurnId turn = Derived.turn(deciding.id(), account, command.id());
        return Command.asking(
                turn,
                command.id(),
                account,
                command.command(),
                command.interaction(),
                Derived.step(turn, 0));
    }

    private static void call(
            Deciding deciding,
            Event.Commanded command,
            AccountId account,
            String tool,
            Map<String, String> options) {
        ObjectNode arguments = Json.mapper().createObjectNode();
        options.forEach(arguments::put);
        Command open = opened(deciding, command, account);
        keep(deciding, open);
        deciding.out(
                Output.of(
                        new Step.Call(
                                open.step().orElseThrow(),
                                open.turn(),
                                deciding.place(),
                                account,
                                tool,
                                arguments,
                                deciding.now(),
                                deciding.now().plus(deciding.ways().deadline()),
                                0)));
        deciding.because(account + ": calling " + tool + " (command)");
    }

    private static void forget(Deciding deciding, Event.Commanded command, AccountId account) {
        if (!Boolean.parseBoolean(command.options().get("confirm"))) {
            tell(
                    deciding,
                    opened(deciding, command, account),
                    Sentences.CONFIRM,
                    OutcomeKind.IGNORED,
                    "not confirmed");
            return;
        }
        var person = command.by().person();
        String id = command.id().value();
        deciding.out(new Output.Remember(new Memory.Forget(id, person, "asked", command.at()), id));
        deciding.window(
                deciding.window().stream().filter(line -> !line.by().equals(person)).toList());
        tell(deciding, opened(deciding, command, account), Sentences.FORGOTTEN);
    }

    private static String who(Deciding deciding) {
        Policy policy = deciding.policy();
        String lines =
                policy.cast().entrySet().stream()
                        .filter(one -> deciding.seen().hears(one.getKey()))
                        .map(one ->
                                "- "
                                        + one.getValue().name()
                                        + (policy.paused().contains(one.getKey())
                                                ? ", paused"
                                                : ""))
                        .collect(Collectors.joining("\n"));
        return "Here:\n" + lines;
    }

    private static void tell(Deciding deciding, Command command, String text) {
        tell(deciding, command, text, OutcomeKind.REPLIED, command.name());
    }

    /** Tells who used the command; it ends with the word on that. */
    static void tell(
            Deciding deciding, Command command, String text, OutcomeKind ending, String reason) {
        ResponseId id =
                notice(deciding, command.account(), command.turn(), text, command.interaction());
        keep(deciding, command.telling(id, ending, reason));
    }

    /** Sends a sentence to who used a command, and waits for nothing. */
    static ResponseId notice(
            Deciding deciding, AccountId account, TurnId turn, String text, Interaction where) {
        ResponseId id = Derived.response(turn, "notice", deciding.sequence());
        deciding.out(
                Output.of(
                        new Response.Notice(
                                id,
                                turn,
                                deciding.place(),
                                account,
                                text,
                                where,
                                deciding.now(),
                                where.expiresAt())));
        return id;
    }

    private static void keep(Deciding deciding, Command command) {
        forgetAbout(deciding, command.turn());
        deciding.commands().add(command);
        deciding.alarms()
                .set(
                        Alarm.COMMAND + command.turn(),
                        command.interaction().expiresAt().plus(Turns.NO_WORD_AFTER));
    }

    private static void forgetAbout(Deciding deciding, TurnId turn) {
        deciding.commands().removeIf(one -> one.turn().equals(turn));
        deciding.alarms().cancel(Alarm.COMMAND + turn);
    }

    /** Of this command no word came, of the tool or of the platform. */
    static void noWord(Deciding deciding, String turn) {
        find(deciding, one -> one.turn().value().equals(turn))
                .ifPresent(open -> end(deciding, open, OutcomeKind.FAILED, "no word"));
    }

    /** The command whose step this is. */
    static Optional<Command> awaiting(Deciding deciding, StepId step) {
        return find(deciding, one -> one.step().filter(step::equals).isPresent());
    }

    /** Takes in a delivery; false when it is of no command. */
    static boolean delivered(Deciding deciding, ResponseId response, Optional<String> refused) {
        Optional<Command> open =
                find(deciding, one -> one.notice().filter(response::equals).isPresent());
        open.ifPresent(command -> {
            boolean done = refused.isEmpty() || command.ending() != OutcomeKind.REPLIED;
            end(
                    deciding,
                    command,
                    done ? command.ending() : OutcomeKind.FAILED,
                    done ? command.reason() : "refused: " + refused.orElse(""));
        });
        return open.isPresent();
    }

    private static Optional<Command> find(Deciding deciding, Predicate<Command> which) {
        return deciding.commands().stream().filter(which).findFirst();
    }

    private static void end(Deciding deciding, Command command, OutcomeKind kind, String reason) {
        forgetAbout(deciding, command.turn());
        deciding.outcome(
                command.event(), command.account(), kind, reason, Optional.of(command.turn()));
        deciding.because(
                command.account()
                        + ": "
                        + kind.name().toLowerCase(Locale.ROOT)
                        + "("
                        + reason
                        + ")");
    }

    /** For an event of which only the id is known: whether it is the use of a command. */
    static boolean isCommand(EventId event) {
        return event.value().contains(":commanded:");
    }
}
