package dev.carrier.pipeline.action;

import dev.carrier.contracts.PromptMessage;
import java.util.List;
import java.util.Set;

/**
 * What a model wrote, with what is needed to understand it.
 *
 * @param text what it means to say, otherwise unchanged
 * @param name the character's own
 * @param others names of the others who talk here
 * @param prompt what the model was given
 * @param brokenOff it was not let finish
 * @param room what a message may be where it is said
 */
record Completion(
        String text,
        String name,
        Set<String> others,
        List<PromptMessage> prompt,
        boolean brokenOff,
        Room room) {}
