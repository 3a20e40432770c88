package dev.carrier.sandbox.model;

import java.util.List;

/** Counts tokens by the rule of thumb of four characters each. Stateless. */
final class Tokens {
    private static final int CHARACTERS = 4;

    /** What the format adds to each message. */
    private static final int PER_MESSAGE = 4;

    /**
     * A picture of middling size:
     * https://platform.openai.com/docs/guides/images-vision#calculating-costs.
     */
    private static final int PER_IMAGE = 765;

    private Tokens() {}

    static int in(String text) {
        return (text.length() + CHARACTERS - 1) / CHARACTERS;
    }

    static int in(List<Message> messages) {
        return messages.stream()
                .mapToInt(message ->
                        PER_MESSAGE + in(message.text()) + message.images().size() * PER_IMAGE)
                .sum();
    }

    /** The beginning of a text that fits a number of tokens. */
    static String first(String text, int tokens) {
        return text.length() <= (long) tokens * CHARACTERS
                ? text
                : text.substring(0, tokens * CHARACTERS);
    }
}
