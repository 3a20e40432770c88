package dev.carrier.pipeline.state;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Post;
import dev.carrier.contracts.PostProgress;
import dev.carrier.contracts.PublishStep;
import dev.carrier.contracts.ResponseId;
import dev.carrier.contracts.TurnId;
import java.time.Instant;
import java.util.Optional;

/**
 * A post on its way. Immutable.
 *
 * @param order the event that ordered it
 * @param turn derived from conversation, account and the order
 * @param orderedAt when the order was handled
 * @param progress what its steps gave so far
 * @param at the step at which it is
 * @param remade how often the containers were made anew
 * @param ended its outcome is given: only tidying up is left
 */
record PostInHand(
        EventId order,
        AccountId account,
        TurnId turn,
        Instant orderedAt,
        Post post,
        PostProgress progress,
        StepInHand at,
        int remade,
        boolean ended) {

    static PostInHand ordered(
            EventId order, AccountId account, TurnId turn, Instant now, Post post) {
        StepInHand first = StepInHand.of(PublishStep.PREPARE, Optional.empty());
        StepInHand at =
                post.notBefore().map(time -> first.held(time, "ordered for later")).orElse(first);
        return new PostInHand(order, account, turn, now, post, PostProgress.NONE, at, 0, false);
    }

    /** Something was begun with it. */
    boolean begun() {
        return at.pending().isPresent()
                || at.tries() > 0
                || at.step() != PublishStep.PREPARE
                || !progress.media().isEmpty();
    }

    boolean waits(Instant now) {
        return at.until().filter(now::isBefore).isPresent();
    }

    /** Its step is sent. */
    PostInHand sent(ResponseId response) {
        return at(at.sent(response), progress);
    }

    /** The step is done; this one is next. */
    PostInHand next(PublishStep following, Optional<Integer> about, PostProgress now) {
        return at(StepInHand.of(following, about), now);
    }

    /** The same step again after it failed, not before a time. */
    PostInHand again(Instant notBefore, String reason) {
        return at(at.again(notBefore, reason), progress);
    }

    /** It is held, which is nobody's failure. */
    PostInHand held(Instant notBefore, String reason) {
        return at(at.held(notBefore, reason), progress);
    }

    /** It was looked, and is not ready. */
    PostInHand polled(PostProgress now, Instant when, Instant notBefore) {
        return at(at.polled(when, notBefore), now);
    }

    /** All containers are made anew. */
    PostInHand remade(Instant notBefore, String reason) {
        return new PostInHand(
                order,
                account,
                turn,
                orderedAt,
                post,
                progress.withoutContainers(),
                StepInHand.of(PublishStep.QUOTA, Optional.empty()).held(notBefore, reason),
                remade + 1,
                ended);
    }

    /** Its outcome is given; what was put away for it is taken away. */
    PostInHand tidying() {
        return new PostInHand(
                order,
                account,
                turn,
                orderedAt,
                post,
                progress,
                StepInHand.of(PublishStep.CLEAN_UP, Optional.empty()),
                remade,
                true);
    }

    private PostInHand at(StepInHand step, PostProgress now) {
        return new PostInHand(order, account, turn, orderedAt, post, now, step, remade, ended);
    }
}
