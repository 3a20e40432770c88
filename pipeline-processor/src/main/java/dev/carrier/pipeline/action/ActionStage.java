package dev.carrier.pipeline.action;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Line;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.ResponseId;
import dev.carrier.contracts.Result;
import dev.carrier.contracts.ThreadStart;
import dev.carrier.pipeline.state.Deciding;
import dev.carrier.pipeline.state.Derived;
import dev.carrier.pipeline.state.Done;
import dev.carrier.pipeline.state.Output;
import dev.carrier.pipeline.state.Phase;
import dev.carrier.pipeline.state.Trigger;
import dev.carrier.pipeline.state.Turn;
import dev.carrier.pipeline.state.Turns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What comes back from the outside becomes what the character does. */
public final class ActionStage {
    /** The first that fits is taken. */
    private static final List<Action> ACTIONS = List.of(new Silence(), new Reacting(), new Reply());

    private ActionStage() {}

    /** A model answered. */
    public static void act(Deciding deciding, Result.Thought thought) {
        AccountId account = thought.account();
        Optional<Turn> awaiting = Turns.awaiting(deciding, account, thought.step());
        if (awaiting.isEmpty()) {
            deciding.because(account + ": a thought that came too late is noted");
            return;
        }
        Turn turn = awaiting.get();
        if (turn.phase() == Phase.JUDGING) {
            judged(deciding, account, turn, thought.text());
            return;
        }
        switch (intent(completion(deciding, account, thought))) {
            case Intent.Speak speak -> {
                Turn told = why(thought).map(turn.reason()::concat).map(turn::because).orElse(turn);
                speak(deciding, account, told, speak);
            }
            case Intent.React react
                    when byCommand(turn) || !Room.in(deciding.place()).reactions() ->
                    speak(deciding, account, turn, new Intent.Speak(List.of(react.emoji())));
            case Intent.React react -> react(deciding, account, turn, react.emoji());
            case Intent.Silent silent ->
                    Turns.silent(deciding, account, turn, "silent: " + silent.reason());
            case Intent.Absurd absurd ->
                    Turns.fail(deciding, account, turn, "absurd answer: " + absurd.reason());
        }
    }

    /** What is added to the reason of an answer that the model was not let finish. */
    private static Optional<String> why(Result.Thought thought) {
        return switch (thought.finish().orElse("")) {
            case "length" -> Optional.of(", cut at its limit of tokens");
            case "content_filter" -> Optional.of(", cut by its provider");
            default -> Optional.empty();
        };
    }

    /** A tool answered: the model is asked again and is told. */
    public static void goOn(Deciding deciding, Result result) {
        if (!(result instanceof Result.Returned returned)) {
            deciding.because("dropped: a result of an unknown kind");
            return;
        }
        AccountId account = returned.account();
        if (Done.returned(deciding, returned)) {
            return;
        }
        Turns.awaiting(deciding, account, returned.step())
                .ifPresentOrElse(
                        turn -> Turns.returned(deciding, account, turn, returned.content()),
                        () -> deciding.because(account + ": a result that came too late is noted"));
    }

    private static void judged(Deciding deciding, AccountId account, Turn turn, String answer) {
        Optional<Verdict> verdict = Verdict.of(answer);
        if (verdict.isEmpty()) {
            Turns.silent(deciding, account, turn, "judged: no verdict");
            return;
        }
        switch (verdict.get()) {
            case RESPOND -> Turns.askAgain(deciding, account, turn, Phase.THINKING, "judged");
            case IGNORE -> Turns.silent(deciding, account, turn, "judged: not for me");
            case STOP -> Turns.stop(deciding, account, turn, "judged: stop");
        }
    }

    private static Completion completion(
            Deciding deciding, AccountId account, Result.Thought thought) {
        String name = deciding.name(account);
        Set<String> others =
                deciding.window().stream()
                        .map(Line::name)
                        .filter(other -> !other.isBlank() && !other.equalsIgnoreCase(name))
                        .collect(Collectors.toSet());
        return new Completion(
                Musing.without(thought.text()),
                name,
                others,
                thought.prompt(),
                why(thought).isPresent(),
                Room.in(deciding.place()));
    }

    private static Intent intent(Completion completion) {
        return Absurdity.in(completion)
                .orElseGet(() ->
                        ACTIONS.stream()
                                .map(action -> action.take(completion))
                                .flatMap(Optional::stream)
                                .findFirst()
                                .orElseThrow());
    }

    /** The use of a command is no message: nothing can be set on it or said in its thread. */
    private static boolean byCommand(Turn turn) {
        return turn.visiblyAnswered().flatMap(Trigger::interaction).isPresent();
    }

    private static void react(Deciding deciding, AccountId account, Turn turn, String emoji) {
        ResponseId id = Derived.part(turn.id(), turn.round(), 1);
        deciding.out(
                Output.of(
                        new Response.React(
                                id,
                                turn.id(),
                                deciding.place(),
                                account,
                                turn.newestAddressed().orElse(turn.newest()).id(),
                                emoji,
                                deciding.now(),
                                turn.deadline())));
        Turns.sending(
                deciding, account, turn.because(turn.reason() + ", with a reaction"), List.of(id));
    }

    private static void speak(
            Deciding deciding, AccountId account, Turn turn, Intent.Speak wanted) {
        List<ResponseId> ids = new ArrayList<>();
        Optional<Trigger> answered = turn.visiblyAnswered();
        // The use of a command is no message: nothing can refer to it.
        Optional<EventId> replyTo =
                answered.filter(one -> one.interaction().isEmpty()).map(Trigger::id);
        // To many bots a ping is a question, and the next round of a loop.
        Optional<Boolean> ping = answered.filter(Trigger::bot).map(_ -> false);
        Optional<ThreadStart> thread = Threading.of(deciding, account, turn);
        // The answer to a command is words, given by its address.
        Intent.Speak speak = byCommand(turn) ? wanted.withoutFiles() : wanted;
        List<String> parts = speak.parts();
        for (int part = 1; part <= parts.size(); part++) {
            ResponseId id = Derived.part(turn.id(), turn.round(), part);
            boolean handing = part == parts.size() && !speak.files().isEmpty();
            ids.add(id);
            deciding.out(
                    Output.of(
                            new Response.Say(
                                    id,
                                    turn.id(),
                                    deciding.place(),
                                    account,
                                    part,
                                    parts.size(),
                                    parts.get(part - 1),
                                    part == 1 ? replyTo : Optional.empty(),
                                    turn.newest().id(),
                                    deciding.now(),
                                    turn.deadline(),
                                    handing ? Optional.of(speak.files()) : Optional.empty(),
                                    handing ? Optional.of(speak.instead()) : Optional.empty(),
                                    thread,
                                    ping,
                                    part == 1
                                            ? answered.flatMap(Trigger::interaction)
                                            : Optional.empty())));
        }
        Turns.sending(deciding, account, turn, ids);
    }
}
