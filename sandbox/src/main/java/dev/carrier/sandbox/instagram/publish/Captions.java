package dev.carrier.sandbox.instagram.publish;

import java.util.regex.Pattern;

/**
 * How much a caption may hold: 2200 characters, 30 hashtags, 20 mentions. Pure.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/media">caption</a>
 */
final class Captions {
    private static final int CHARACTERS = 2200;
    private static final int HASHTAGS = 30;
    private static final int MENTIONS = 20;
    private static final Pattern HASHTAG = Pattern.compile("(?<![\\p{L}\\p{N}_])#[\\p{L}\\p{N}_]");
    private static final Pattern MENTION = Pattern.compile("(?<![\\p{L}\\p{N}_])@[A-Za-z0-9_.]");

    private Captions() {}

    /** Refuses one that holds more. */
    static void check(String caption) {
        if (caption.codePointCount(0, caption.length()) > CHARACTERS
                || HASHTAG.matcher(caption).results().count() > HASHTAGS
                || MENTION.matcher(caption).results().count() > MENTIONS) {
            throw FormReader.rejected(Fault.CAPTION);
        }
    }
}
