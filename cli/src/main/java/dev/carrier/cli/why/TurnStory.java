package dev.carrier.cli.why;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.PromptMessage;
import dev.carrier.contracts.Recollection;
import dev.carrier.contracts.TurnId;
import dev.carrier.contracts.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a character did about some messages.
 *
 * @param triggers the messages that it was about, oldest first
 * @param decision why the character was to speak
 * @param steps what models were asked, in order
 * @param sent what the platform was told
 * @param latency where the time went; absent when nothing was said
 */
record TurnStory(
        TurnId id,
        AccountId account,
        List<Trigger> triggers,
        String decision,
        List<Asked> steps,
        List<Sent> sent,
        Optional<Latency> latency) {

    /**
     * A message that the turn was about.
     *
     * @param name of its author
     */
    record Trigger(EventId id, Instant at, String name, String text) {}

    /**
     * A question to a model.
     *
     * @param model its name in the settings
     * @param purpose {@code reply} or {@code judge}
     * @param answers what came back; empty while it is thought about
     */
    record Asked(
            String id,
            String model,
            String purpose,
            int round,
            Instant askedAt,
            int window,
            List<Answered> answers) {}

    /**
     * What came back for a step.
     *
     * @param how {@code thought}, {@code failed (limit)}, {@code deferred}…
     * @param what the model's own words, or the reason
     */
    record Answered(
            String how,
            String what,
            Instant at,
            long tookMillis,
            int attempts,
            Optional<String> model,
            Optional<Prompt> prompt,
            Optional<Recalled> recollection,
            Optional<Usage> usage) {}

    /**
     * What the model was given.
     *
     * @param text only where it was asked for
     */
    record Prompt(int messages, int characters, Optional<List<PromptMessage>> text) {}

    /** What memory gave. */
    record Recalled(String note, int earlier, int facts, int lore) {
        static Recalled of(Recollection recollection) {
            return new Recalled(
                    recollection.note(),
                    recollection.earlier().size(),
                    recollection.facts().size(),
                    recollection.lore().size());
        }
    }

    /**
     * Something that the platform was told.
     *
     * @param what {@code part 1 of 2}, {@code reaction ⚠️}, {@code withdrawal}
     * @param became the message on the platform
     * @param refused why it will never appear
     * @param deliveredAt the platform's time, or ours of a refusal
     */
    record Sent(
            String id,
            String what,
            String text,
            Instant decidedAt,
            Optional<EventId> became,
            Optional<String> refused,
            Optional<Instant> deliveredAt,
            boolean found) {}

    /**
     * Where the time went, from the newest message to the first words of the answer.
     *
     * @param hearing from the platform's time of the message until it was handled
     * @param gathering until a model was asked
     * @param model for as long as models were asked, recall and retries included
     * @param sending from the decision to send until the platform took it
     * @param carrier the whole without gathering and model: what Carrier added
     */
    record Latency(
            Duration whole,
            Duration hearing,
            Duration gathering,
            Duration model,
            Duration sending,
            Duration carrier) {}
}
