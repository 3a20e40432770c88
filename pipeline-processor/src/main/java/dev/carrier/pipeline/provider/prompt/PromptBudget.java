package dev.carrier.pipeline.provider.prompt;

import java.time.ZoneId;

/**
 * How much a prompt may hold.
 *
 * @param tokens the whole prompt, as {@link dev.carrier.pipeline.character.Tokens} counts; the
 *     messages that a turn answers go in even above it
 * @param answerCharacters how long an answer may be; the model is told
 * @param zone in which the character knows the time
 */
public record PromptBudget(int tokens, int answerCharacters, ZoneId zone) {
    private static final int TOKENS = 8_000;
    private static final int ANSWER_CHARACTERS = 8_000;

    /** What fits every model that holds a conversation, in this time zone. */
    public static PromptBudget standard(ZoneId zone) {
        return new PromptBudget(TOKENS, ANSWER_CHARACTERS, zone);
    }
}
