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
 * A post on its way.
 *
 * @param order the event that ordered it
 * @param turn derived from conversation, account and the order
 * @param orderedAt when the order was handled
 * @param progress what its steps gave so far
 * @param step the one that is being done, or is next
 * @param item which item that is about, counted from 0; absent when it is about the whole
 * @param pending the response whose delivery is awaited
 * @param tries how often this step failed in a row
 * @param polls how often was looked how far this container is
 * @param pollingSince since when
 * @param remade how often the containers were made anew
 * @param until not before this time; with the reason in {@code why}
 * @param ended its outcome is given: only tidying up is left
 */
record PostInHand(
        EventId order,
        AccountId account,
        TurnId turn,
        Instant orderedAt,
        Post post,
        PostProgress progress,
        PublishStep step,
        Optional<Integer> item,
        Optional<ResponseId> pending,
        int tries,
        int polls,
        Optional<Instant> pollingSince,
        int remade,
        Optional<Instant> until,
        Optional<String> why,
        boolean ended) {

    static PostInHand ordered(
            EventId order, AccountId account, TurnId turn, Instant now, Post post) {
        return new PostInHand(
                order,
                account,
                turn,
                now,
                post,
                PostProgress.NONE,
                PublishStep.PREPARE,
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                Optional.empty(),
                0,
                post.notBefore(),
                Optional.of("ordered for later").filter(_ -> post.notBefore().isPresent()),
                false);
    }

    /** Something was begun with it. */
    boolean begun() {
        return pending.isPresent()
                || tries > 0
                || step != PublishStep.PREPARE
                || !progress.media().isEmpty();
    }

    boolean waits(Instant now) {
        return until.filter(now::isBefore).isPresent();
    }

    /** Its step is sent. */
    PostInHand sent(ResponseId response) {
        return new PostInHand(
                order,
                account,
                turn,
                orderedAt,
                post,
                progress,
                step,
                item,
                Optional.of(response),
                tries,
                polls,
                pollingSince,
                remade,
                Optional.empty(),
                Optional.empty(),
                ended);
    }

    /** The step is done; this one is next. */
    PostInHand next(PublishStep following, Optional<Integer> about, PostProgress now) {
        return new PostInHand(
                order,
                account,
                turn,
                orderedAt,
                post,
                now,
                following,
                about,
                Optional.empty(),
                0,
                0,
                Optional.empty(),
                remade,
                Optional.empty(),
                Optional.empty(),
                ended);
    }

    /** The same step again, not before a time. */
    PostInHand again(Instant notBefore, String reason) {
        return new PostInHand(
                order,
                account,
                turn,
                orderedAt,
                post,
                progress,
                step,
                item,
                Optional.empty(),
                tries + 1,
                polls,
                pollingSince,
                remade,
                Optional.of(notBefore),
                Optional.of(reason),
                ended);
    }

    /** It is held, which is nobody's failure. */
    PostInHand held(Instant notBefore, String reason) {
        PostInHand again = again(notBefore, reason);
        return new PostInHand(
                order,
                account,
                turn,
                orderedAt,
                post,
                progress,
                step,
                item,
                Optional.empty(),
                tries,
                polls,
                pollingSince,
                remade,
                again.until(),
                again.why(),
                ended);
    }

    /** It was looked, and is not ready. */
    PostInHand polled(PostProgress now, Instant at, Instant notBefore) {
        return new PostInHand(
                order,
                account,
                turn,
                orderedAt,
                post,
                now,
                PublishStep.POLL,
                Optional.empty(),
                Optional.empty(),
                0,
                polls + 1,
                pollingSince.or(() -> Optional.of(at)),
                remade,
                Optional.of(notBefore),
                Optional.of("Instagram still works on it"),
                ended);
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
                PublishStep.QUOTA,
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                Optional.empty(),
                remade + 1,
                Optional.of(notBefore),
                Optional.of(reason),
                ended);
    }

    /** Its outcome is given; what was put away for it is taken away. */
    PostInHand tidying() {
        PostInHand next = next(PublishStep.CLEAN_UP, Optional.empty(), progress);
        return new PostInHand(
                order,
                account,
                turn,
                orderedAt,
                post,
                progress,
                next.step(),
                next.item(),
                next.pending(),
                0,
                0,
                Optional.empty(),
                remade,
                Optional.empty(),
                Optional.empty(),
                true);
    }
}
