package dev.carrier.pipeline.character;

/**
 * What a text costs in a prompt, without a tokenizer: providers count differently, and a budget
 * needs an order of magnitude that is never far too low.
 *
 * <p>The rule: four ASCII characters are a token, any other character is one (two thirds of a token
 * is typical for Cyrillic or Greek, one for Chinese or Japanese, more for emoji, whose surrogates
 * count twice here), and each message or section costs four more for its frame.
 */
public final class Tokens {
    private static final int ASCII_PER_TOKEN = 4;
    private static final int FRAME = 4;

    private Tokens() {}

    /** Tokens of a text, 0 for the empty one. */
    public static int of(CharSequence text) {
        int ascii = 0;
        int other = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < 128) {
                ascii++;
            } else {
                other++;
            }
        }
        return other + (ascii + ASCII_PER_TOKEN - 1) / ASCII_PER_TOKEN;
    }

    /** Tokens of a text that stands on its own, as a message or a section does. */
    public static int framed(CharSequence text) {
        return of(text) + FRAME;
    }
}
