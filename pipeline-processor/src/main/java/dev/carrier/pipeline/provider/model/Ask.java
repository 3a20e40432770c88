package dev.carrier.pipeline.provider.model;

import dev.carrier.contracts.PromptMessage;
import dev.carrier.contracts.Purpose;
import java.time.Instant;
import java.util.List;

/**
 * One question to a model.
 *
 * @param seed what makes waiting times differ between questions and be the same for this one; the
 *     step's id
 * @param model its name in the settings
 * @param purpose bounds the length of the answer
 * @param until when an answer must be there; nothing is waited for beyond it
 * @param deadline when an answer is of no use any more; at or after {@code until}
 */
public record Ask(
        String seed,
        String model,
        List<PromptMessage> prompt,
        Purpose purpose,
        Instant until,
        Instant deadline) {
    public Ask {
        prompt = List.copyOf(prompt);
    }
}
