package dev.carrier.pipeline.state;

import dev.carrier.contracts.PublishStep;
import dev.carrier.contracts.ResponseId;
import java.time.Instant;
import java.util.Optional;

/**
 * The step at which a post is. Immutable.
 *
 * @param step the one that is being done, or is next
 * @param item which item that is about, counted from 0; absent when it is about the whole
 * @param pending the response whose delivery is awaited
 * @param tries how often it failed in a row
 * @param polls how often was looked how far this container is
 * @param pollingSince since when
 * @param until not before this time; with the reason in {@code why}
 */
record StepInHand(
        PublishStep step,
        Optional<Integer> item,
        Optional<ResponseId> pending,
        int tries,
        int polls,
        Optional<Instant> pollingSince,
        Optional<Instant> until,
        Optional<String> why) {

    /** Not begun. */
    static StepInHand of(PublishStep step, Optional<Integer> item) {
        return new StepInHand(
                step,
                item,
                Optional.empty(),
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** It is sent. */
    StepInHand sent(ResponseId response) {
        return new StepInHand(
                step,
                item,
                Optional.of(response),
                tries,
                polls,
                pollingSince,
                Optional.empty(),
                Optional.empty());
    }

    /** The same again, not before a time; nobody has failed. */
    StepInHand held(Instant notBefore, String reason) {
        return new StepInHand(
                step,
                item,
                Optional.empty(),
                tries,
                polls,
                pollingSince,
                Optional.of(notBefore),
                Optional.of(reason));
    }

    /** The same again after it failed. */
    StepInHand again(Instant notBefore, String reason) {
        return new StepInHand(
                step,
                item,
                Optional.empty(),
                tries + 1,
                polls,
                pollingSince,
                Optional.of(notBefore),
                Optional.of(reason));
    }

    /** It was looked, and is not ready. */
    StepInHand polled(Instant at, Instant notBefore) {
        return new StepInHand(
                step,
                item,
                Optional.empty(),
                0,
                polls + 1,
                pollingSince.or(() -> Optional.of(at)),
                Optional.of(notBefore),
                Optional.of("Instagram still works on it"));
    }
}
