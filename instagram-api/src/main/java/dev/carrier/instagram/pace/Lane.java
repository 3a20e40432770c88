package dev.carrier.instagram.pace;

import java.time.Duration;

/**
 * The kinds of calls, each with its own limit. Instagram counts what falls into any second or hour,
 * so what goes at once and what follows stay below the limit together. Messaging is not counted in
 * an account's use of the API, and is not held up by it.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/overview/rate-limiting">Rate
 *     Limits</a>
 * @see <a
 *     href="https://developers.facebook.com/docs/messenger-platform/overview/rate-limiting">Rate
 *     limiting of messaging</a>
 */
public enum Lane {
    /** Comments, media, publishing: what the usage headers count. */
    API(false, Duration.ZERO, 1),
    /** To read conversations: 2 a second; a little slower, as calls do not arrive as they left. */
    CONVERSATIONS(true, Duration.ofMillis(600), 1),
    /** To send text, reactions and typing: 100 a second. */
    SEND(true, Duration.ofMillis(12), 15),
    /** To send files: 10 a second. */
    SEND_MEDIA(true, Duration.ofMillis(125), 2),
    /** To answer a comment by a message: 750 an hour. */
    PRIVATE_REPLY(true, Duration.ofMillis(5_100), 40);

    private final boolean messaging;
    private final Duration interval;
    private final int atOnce;

    Lane(boolean messaging, Duration interval, int atOnce) {
        this.messaging = messaging;
        this.interval = interval;
        this.atOnce = atOnce;
    }

    /** Whether it is messaging. */
    public boolean messaging() {
        return messaging;
    }

    /** Between two calls in the long run; zero: no fixed rate. */
    Duration interval() {
        return interval;
    }

    /** How many need not wait for each other after a silence. */
    int atOnce() {
        return atOnce;
    }

    /** What a pause is about: all of messaging, or all the rest. */
    String area() {
        return messaging ? "messaging" : "api";
    }
}
