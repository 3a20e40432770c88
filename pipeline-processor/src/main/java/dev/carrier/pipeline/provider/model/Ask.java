package dev.carrier.pipeline.provider.model;

import dev.carrier.contracts.PromptMessage;
import dev.carrier.contracts.Purpose;
import dev.carrier.pipeline.provider.enclosure.Picture;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One question to a model.
 *
 * @param seed what makes waiting times differ between questions and be the same for this one; the
 *     step's id
 * @param model its name in the settings
 * @param purpose bounds the length of the answer
 * @param until when an answer must be there; nothing is waited for beyond it
 * @param deadline when an answer is of no use any more; at or after {@code until}
 * @param putOff how often it was put off before; then a call that may have been paid for is not
 *     repeated at once
 * @param pictures what the messages of the prompt show, by the hash of the bytes
 */
public record Ask(
        String seed,
        String model,
        List<PromptMessage> prompt,
        Purpose purpose,
        Instant until,
        Instant deadline,
        int putOff,
        Map<String, Picture> pictures) {
    public Ask {
        prompt = List.copyOf(prompt);
        pictures = Map.copyOf(pictures);
    }

    /** A new question in words alone. */
    public Ask(
            String seed,
            String model,
            List<PromptMessage> prompt,
            Purpose purpose,
            Instant until,
            Instant deadline) {
        this(seed, model, prompt, purpose, until, deadline, 0, Map.of());
    }
}
