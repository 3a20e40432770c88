package dev.carrier.contracts;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What became of a {@link Response}: exactly one for each, but none for typing and withdrawals. A
 * {@link Response.Publish} is answered by {@link Stepped} or {@link StepFailed}.
 */
public sealed interface Delivery extends Travels {

    /**
     * The platform took it.
     *
     * @param event the event that it is on the platform: the id of the message it became, or of the
     *     message reacted to
     * @param by the account's own user on the platform
     * @param text what was sent; empty for a reaction and a notice
     * @param at the platform's time of it
     * @param found it was not sent now but found to have been sent before
     */
    @Kind("accepted.v1")
    record Accepted(
            ResponseId response,
            TurnId turn,
            ConversationId in,
            AccountId account,
            EventId event,
            PersonId by,
            String name,
            String text,
            Instant at,
            boolean found)
            implements Delivery {}

    /**
     * It will never appear there.
     *
     * @param reason such as {@code too late}, {@code withdrawn: deleted}, {@code no permission
     *     (50013)}
     * @param retryAt when it makes sense to try again, where what stands in the way passes by
     *     itself: a long rate limit
     * @param barredUntil where the refusal is about the account in this place and not about this
     *     response: before then nothing that it says there is worth an attempt
     */
    @Kind("refused.v1")
    record Refused(
            ResponseId response,
            TurnId turn,
            ConversationId in,
            AccountId account,
            String reason,
            Instant at,
            Optional<Instant> retryAt,
            Optional<Instant> barredUntil)
            implements Delivery {
        /** A refusal that is about this response alone. */
        public Refused(
                ResponseId response,
                TurnId turn,
                ConversationId in,
                AccountId account,
                String reason,
                Instant at) {
            this(response, turn, in, account, reason, at, Optional.empty(), Optional.empty());
        }
    }

    /**
     * A step of publishing is done.
     *
     * @param progress how far the post is now
     * @param status of a {@link PublishStep#POLL}: how far the containers are, the worst of them
     * @param quota of a {@link PublishStep#QUOTA}
     * @param found it was not done now but found to have been done before
     */
    @Kind("stepped.v1")
    record Stepped(
            ResponseId response,
            TurnId turn,
            ConversationId in,
            AccountId account,
            PublishStep step,
            Optional<Integer> item,
            PostProgress progress,
            Optional<ContainerStatus> status,
            Optional<PublishingQuota> quota,
            Instant at,
            boolean found)
            implements Delivery {}

    /**
     * A step of publishing is not done.
     *
     * @param remedy what helps
     * @param reason for whoever operates it
     * @param retryAt when it makes sense to try again, where that is known
     */
    @Kind("step-failed.v1")
    record StepFailed(
            ResponseId response,
            TurnId turn,
            ConversationId in,
            AccountId account,
            PublishStep step,
            Optional<Integer> item,
            Remedy remedy,
            String reason,
            Optional<Instant> retryAt,
            Instant at)
            implements Delivery {}

    /** Of a kind that this build does not know. */
    record Unknown(ObjectNode body) implements Delivery, Unread {}
}
