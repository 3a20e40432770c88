package dev.carrier.sandbox.instagram.world;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids as Instagram's look: long numbers, written as text because JavaScript cannot hold them, and
 * for direct messages an opaque text. Safe for use by many threads.
 */
final class Ids {
    // Begins with the time, so that a sandbox started anew repeats no id that a test has kept.
    private final AtomicLong last;

    Ids(long epochMs) {
        this.last = new AtomicLong(epochMs);
    }

    /** A professional account: {@code 1784…}. */
    String account() {
        return "1784" + last.incrementAndGet();
    }

    /** A media, comment or container: {@code 179…}. */
    String node() {
        return "1790" + last.incrementAndGet();
    }

    /** Somebody as one app sees them: an Instagram-scoped id. */
    String scoped() {
        return "912" + last.incrementAndGet();
    }

    /** An id without a colon that looks like Base64; {@code aWdf…}. */
    String message(String thread) {
        return opaque("ig_dm_item:1:IGMessageID:" + thread + ":" + last.incrementAndGet());
    }

    /** The id of a conversation. */
    String conversation() {
        return opaque("ig_dm_thread:1:IGMessageThread:" + last.incrementAndGet());
    }

    /** The id in a permalink. */
    String shortcode() {
        return "C" + Long.toString(last.incrementAndGet(), 36);
    }

    private static String opaque(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
