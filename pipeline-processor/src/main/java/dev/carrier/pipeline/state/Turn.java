package dev.carrier.pipeline.state;

import dev.carrier.contracts.EventId;
import dev.carrier.contracts.ResponseId;
import dev.carrier.contracts.StepId;
import dev.carrier.contracts.TurnId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One pass of the loop that is not finished.
 *
 * @param id derived from conversation, account and what opened it
 * @param triggers the messages that it answers, oldest first
 * @param reason why the character speaks
 * @param step the step whose result counts; any other result comes too late
 * @param round counts the steps, from 0
 * @param deadline fixed when the turn opened
 * @param parts how many parts the reply has
 * @param pending parts of which no delivery came yet
 * @param accepted how many parts the platform took
 * @param refusal the first reason for which a part was refused
 * @param withdrawn why its parts were withdrawn
 * @param again think again when the last withdrawn part came back unsent
 * @param calls the tools that it has called
 * @param rethinks how often what it answers was changed and it was thought again
 * @param putOffs how often it was put off, and why
 */
public record Turn(
        TurnId id,
        Phase phase,
        List<Trigger> triggers,
        String reason,
        StepId step,
        int round,
        Instant deadline,
        int parts,
        List<ResponseId> pending,
        int accepted,
        Optional<String> refusal,
        Optional<String> withdrawn,
        boolean again,
        Calls calls,
        int rethinks,
        PutOffs putOffs) {
    public Turn {
        triggers = List.copyOf(triggers);
        pending = List.copyOf(pending);
        // A state of an earlier build has none.
        calls = calls == null ? Calls.NONE : calls;
        putOffs = putOffs == null ? PutOffs.NONE : putOffs;
    }

    static Turn opened(
            TurnId id, Phase phase, List<Trigger> triggers, String reason, Instant deadline) {
        return new Turn(
                id,
                phase,
                triggers,
                reason,
                Derived.step(id, 0),
                0,
                deadline,
                0,
                List.of(),
                0,
                Optional.empty(),
                Optional.empty(),
                false,
                Calls.NONE,
                0,
                PutOffs.NONE);
    }

    /** The newest message that it answers; a turn has at least one. */
    public Trigger newest() {
        return triggers.getLast();
    }

    /** The newest message by a person that called the character and still stands. */
    public Optional<Trigger> newestAddressed() {
        return newestAddressed(false);
    }

    /** What it visibly answers: that message, and only without one what a bot wrote. */
    public Optional<Trigger> visiblyAnswered() {
        return newestAddressed().or(() -> newestAddressed(true));
    }

    private Optional<Trigger> newestAddressed(boolean bot) {
        return triggers.reversed().stream()
                .filter(trigger -> trigger.addressed() && !trigger.gone() && trigger.bot() == bot)
                .findFirst();
    }

    boolean answers(EventId message) {
        return triggers.stream().anyMatch(trigger -> trigger.id().equals(message));
    }

    /** The messages that were deleted since. */
    List<EventId> gone() {
        return triggers.stream().filter(Trigger::gone).map(Trigger::id).toList();
    }

    /** The messages that were heard late. */
    List<EventId> late() {
        return triggers.stream().filter(Trigger::late).map(Trigger::id).toList();
    }

    boolean allGone() {
        return triggers.stream().allMatch(Trigger::gone);
    }

    Turn without(EventId message) {
        return triggers(
                triggers.stream().filter(trigger -> !trigger.id().equals(message)).toList());
    }

    Turn deleted(EventId message) {
        return triggers(
                triggers.stream()
                        .map(one -> one.id().equals(message) ? one.deleted() : one)
                        .toList());
    }

    private Turn triggers(List<Trigger> changed) {
        return new Turn(
                id, phase, changed, reason, step, round, deadline, parts, pending, accepted,
                refusal, withdrawn, again, calls, rethinks, putOffs);
    }

    Turn nextRound(Phase next, boolean afterChange) {
        return new Turn(
                id,
                next,
                triggers,
                reason,
                Derived.step(id, round + 1),
                round + 1,
                deadline,
                0,
                List.of(),
                0,
                Optional.empty(),
                Optional.empty(),
                false,
                calls.done(),
                rethinks + (afterChange ? 1 : 0),
                putOffs);
    }

    Turn calls(Calls changed) {
        return new Turn(
                id, phase, triggers, reason, step, round, deadline, parts, pending, accepted,
                refusal, withdrawn, again, changed, rethinks, putOffs);
    }

    /** The same, for another reason. */
    public Turn because(String newReason) {
        return new Turn(
                id, phase, triggers, newReason, step, round, deadline, parts, pending, accepted,
                refusal, withdrawn, again, calls, rethinks, putOffs);
    }

    /** The reply is on its way in these parts. */
    public Turn sending(List<ResponseId> responses) {
        return new Turn(
                id,
                Phase.SENDING,
                triggers,
                reason,
                step,
                round,
                deadline,
                responses.size(),
                responses,
                0,
                Optional.empty(),
                Optional.empty(),
                false,
                calls,
                rethinks,
                putOffs);
    }

    Turn withdrawing(String why, boolean thinkAgain) {
        return new Turn(
                id,
                phase,
                triggers,
                reason,
                step,
                round,
                deadline,
                parts,
                pending,
                accepted,
                refusal,
                Optional.of(withdrawn.orElse(why)),
                again || thinkAgain,
                calls,
                rethinks,
                putOffs);
    }

    /** What was to be thought again is not: for this reason it is over. */
    Turn calledOff(String why) {
        return new Turn(
                id,
                phase,
                triggers,
                reason,
                step,
                round,
                deadline,
                parts,
                pending,
                accepted,
                refusal,
                Optional.of(why),
                false,
                calls,
                rethinks,
                putOffs);
    }

    /** What it asked for is not to be had now. */
    Turn putOff(String why) {
        return new Turn(
                id,
                phase,
                triggers,
                reason,
                step,
                round,
                deadline,
                parts,
                pending,
                accepted,
                refusal,
                withdrawn,
                again,
                calls,
                rethinks,
                putOffs.next(why));
    }

    /** None of it was sent, and it is asked again later; no result is waited for until then. */
    Turn puttingOff() {
        return new Turn(
                id,
                Phase.THINKING,
                triggers,
                reason,
                Derived.step(id, round + 1),
                round,
                deadline,
                0,
                List.of(),
                0,
                refusal,
                Optional.empty(),
                false,
                calls,
                rethinks,
                putOffs);
    }

    /** No delivery will come any more. */
    Turn silenced() {
        return new Turn(
                id, phase, triggers, reason, step, round, deadline, parts, List.of(), accepted,
                refusal, withdrawn, again, calls, rethinks, putOffs);
    }

    Turn delivered(ResponseId response, Optional<String> refused) {
        List<ResponseId> left = new ArrayList<>(pending);
        left.remove(response);
        return new Turn(
                id,
                phase,
                triggers,
                reason,
                step,
                round,
                deadline,
                parts,
                left,
                accepted + (refused.isEmpty() ? 1 : 0),
                refusal.or(() -> refused),
                withdrawn,
                again,
                calls,
                rethinks,
                putOffs);
    }
}
