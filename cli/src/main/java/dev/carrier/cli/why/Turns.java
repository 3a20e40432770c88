package dev.carrier.cli.why;

import dev.carrier.cli.why.TurnStory.Answered;
import dev.carrier.cli.why.TurnStory.Asked;
import dev.carrier.cli.why.TurnStory.Prompt;
import dev.carrier.cli.why.TurnStory.Recalled;
import dev.carrier.cli.why.TurnStory.Trigger;
import dev.carrier.contracts.Author;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.FailureKind;
import dev.carrier.contracts.Result;
import dev.carrier.contracts.Step;
import dev.carrier.contracts.StepId;
import dev.carrier.contracts.TurnId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts a turn together again from what the topics hold of its conversation. */
final class Turns {
    private final Talk talk;
    private final boolean prompts;

    /**
     * @param prompts whether the prompts' text is wanted
     */
    Turns(Talk talk, boolean prompts) {
        this.talk = talk;
        this.prompts = prompts;
    }

    /** The turn; empty when the topics do not keep it any more. */
    Optional<TurnStory> of(TurnId turn) {
        List<Step.Think> steps = thinks().filter(step -> step.turn().equals(turn)).toList();
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        Step.Think first = steps.getFirst();
        List<Asked> asked = steps.stream().map(this::asked).toList();
        List<TurnStory.Sent> sent = Sending.of(talk, turn);
        List<Trigger> triggers = first.triggers().stream().map(this::trigger).toList();
        return Optional.of(
                new TurnStory(
                        turn,
                        first.account(),
                        triggers,
                        steps.getLast().reason(),
                        asked,
                        sent,
                        Latencies.of(talk, first, asked, sent)));
    }

    /** The steps of the conversation that ask a model. */
    Stream<Step.Think> thinks() {
        return talk.steps().stream()
                .map(Kept::value)
                .filter(Step.Think.class::isInstance)
                .map(Step.Think.class::cast);
    }

    private Trigger trigger(EventId id) {
        return talk.heard(id)
                .map(event ->
                        new Trigger(
                                id,
                                Events.at(event),
                                Events.by(event).map(Author::name).orElse("?"),
                                Events.text(event).orElse("")))
                .orElseGet(() -> new Trigger(id, Instant.EPOCH, "?", "(not kept any more)"));
    }

    private Asked asked(Step.Think step) {
        return new Asked(
                step.id().value(),
                step.model(),
                step.purpose().name().toLowerCase(Locale.ROOT),
                step.round(),
                step.askedAt(),
                step.window().size(),
                talk.results().stream()
                        .filter(kept -> step.id().equals(stepOf(kept.value())))
                        .map(this::answered)
                        .toList());
    }

    private static StepId stepOf(Result result) {
        return switch (result) {
            case Result.Thought thought -> thought.step();
            case Result.Returned returned -> returned.step();
            case Result.Failed failed -> failed.step();
            case Result.Deferred deferred -> deferred.step();
            case Result.Unknown unknown -> new StepId(unknown.type());
        };
    }

    private Answered answered(Kept<Result> kept) {
        return switch (kept.value()) {
            case Result.Thought thought ->
                    new Answered(
                            "thought",
                            thought.text(),
                            kept.writtenAt(),
                            thought.tookMillis(),
                            thought.attempts(),
                            Optional.of(thought.model()),
                            Optional.of(prompt(thought)),
                            Optional.of(Recalled.of(thought.recollection())),
                            Optional.of(thought.usage()));
            case Result.Returned returned ->
                    bare("returned", returned.content(), kept, returned.tookMillis(), 1);
            case Result.Failed failed ->
                    bare(
                            "failed (" + word(failed.kind()) + ")",
                            failed.reason(),
                            kept,
                            failed.tookMillis(),
                            failed.attempts());
            case Result.Deferred deferred ->
                    bare("deferred until " + deferred.until(), deferred.reason(), kept, 0, 0);
            case Result.Unknown unknown -> bare(unknown.type(), "", kept, 0, 0);
        };
    }

    private static Answered bare(
            String how, String what, Kept<Result> kept, long took, int attempts) {
        return new Answered(
                how,
                what,
                kept.writtenAt(),
                took,
                attempts,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Prompt prompt(Result.Thought thought) {
        return new Prompt(
                thought.prompt().size(),
                thought.prompt().stream().mapToInt(message -> message.text().length()).sum(),
                prompts ? Optional.of(thought.prompt()) : Optional.empty());
    }

    private static String word(FailureKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
