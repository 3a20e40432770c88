package dev.carrier.ingest.instagram;

import java.util.regex.Pattern;

/**
 * Whether a text mentions somebody by name. Names are letters, digits, underscores and periods, and
 * do not end with one: the period after a name at the end of a sentence is none of it. Pure.
 */
final class Mentions {
    private Mentions() {}

    static boolean in(String text, String username) {
        return Pattern.compile(
                        "(?<![\\w.@])@" + Pattern.quote(username) + "(?!\\w|\\.+\\w)",
                        Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .find();
    }
}
