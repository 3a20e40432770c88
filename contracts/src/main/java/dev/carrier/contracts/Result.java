package dev.carrier.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What came back for a {@link Step}: exactly one for each. */
public sealed interface Result extends Travels {

    /**
     * A model's completion, with all that led to it, so that it need never be bought again.
     *
     * @param text what the model wrote, unchanged
     * @param model provider and model that answered, as {@code anthropic/claude-…}
     * @param prompt what it was given
     * @param recollection what memory gave
     * @param startedAt when the successful call began
     * @param tookMillis how long the step took in the provider stage, retries included
     * @param attempts how many calls were made
     * @param finish why the model stopped, where its provider says so: "stop" by itself, "length"
     *     at the limit of tokens, "content_filter", "tool_execution", "other"
     */
    @Kind("thought.v1")
    record Thought(
            StepId step,
            TurnId turn,
            ConversationId in,
            AccountId account,
            String text,
            String model,
            List<PromptMessage> prompt,
            Recollection recollection,
            Usage usage,
            Instant startedAt,
            long tookMillis,
            int attempts,
            Optional<String> finish)
            implements Result {}

    /**
     * What a tool gave back.
     *
     * @param content its text, untrusted
     */
    @Kind("returned.v1")
    record Returned(
            StepId step,
            TurnId turn,
            ConversationId in,
            AccountId account,
            String content,
            long tookMillis)
            implements Result {}

    /**
     * The step failed for good.
     *
     * @param reason for the operator; no secret, no people's text
     * @param attempts how many calls were made
     */
    @Kind("failed.v1")
    record Failed(
            StepId step,
            TurnId turn,
            ConversationId in,
            AccountId account,
            FailureKind kind,
            String reason,
            Instant at,
            long tookMillis,
            int attempts)
            implements Result {}

    /**
     * Not now: ask again at or after this time.
     *
     * @param until when asking again makes sense
     */
    @Kind("deferred.v1")
    record Deferred(
            StepId step,
            TurnId turn,
            ConversationId in,
            AccountId account,
            Instant until,
            String reason)
            implements Result {}

    /** Of a kind that this build does not know. */
    record Unknown(ObjectNode body) implements Result, Unread {}
}
