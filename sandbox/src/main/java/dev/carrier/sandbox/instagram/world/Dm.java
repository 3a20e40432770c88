package dev.carrier.sandbox.instagram.world;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A direct message.
 *
 * @param mid its id
 * @param thread where it is
 * @param by who wrote it
 * @param via how it was written
 * @param says what it says
 * @param at when
 * @param reactions emoji by the id of who reacted
 * @param edits how often it was edited
 * @param deleted unsent; it stays here so that a test can see that
 */
public record Dm(
        String mid,
        DmThread thread,
        Author by,
        Via via,
        Words says,
        Instant at,
        Map<String, String> reactions,
        int edits,
        boolean deleted) {
    /** How a message came about. */
    public enum Via {
        /** The person wrote it. */
        PERSON,
        /** An app sent it through the API. */
        API,
        /** A human typed it as the account, in Instagram's own app. */
        APP
    }

    /** Whether the account wrote it, by whatever way. */
    public boolean ours() {
        return via != Via.PERSON;
    }

    Dm edited(String text) {
        return new Dm(mid, thread, by, via, says.text(text), at, reactions, edits + 1, deleted);
    }

    Dm unsent() {
        return new Dm(mid, thread, by, via, says, at, reactions, edits, true);
    }

    Dm reacted(String who, Optional<String> emoji) {
        var now = new LinkedHashMap<>(reactions);
        now.remove(who);
        emoji.ifPresent(it -> now.put(who, it));
        return new Dm(mid, thread, by, via, says, at, Map.copyOf(now), edits, deleted);
    }
}
