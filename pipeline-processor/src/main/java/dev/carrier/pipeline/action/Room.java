package dev.carrier.pipeline.action;

import dev.carrier.contracts.Place;
import dev.carrier.contracts.PlaceKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a message may be in one place. Pure.
 *
 * @param longest UTF-16 units
 * @param bytes of UTF-8, where the platform counts these
 * @param mostParts an answer of more messages than this is no answer
 * @param files long answers may be handed over as files
 * @param marks the platform shows Markdown as what it means
 * @param reactions a message may be answered with an emoji on it
 */
record Room(
        int longest, int bytes, int mostParts, boolean files, boolean marks, boolean reactions) {
    /** https://docs.discord.com/developers/resources/message#create-message. */
    private static final Room DISCORD = new Room(2000, Integer.MAX_VALUE, 20, true, true, true);

    /**
     * 1000 bytes:
     * https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/messaging-api.
     */
    private static final Room INBOX = new Room(1000, 1000, 8, false, false, true);

    /**
     * Meta's page of comments names no limit today and once named 300 characters, which people read
     * more gladly anyway. Comments cannot be reacted to through the API.
     * https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-media/comments.
     */
    private static final Room COMMENTS = new Room(300, Integer.MAX_VALUE, 4, false, false, false);

    static Room in(Place place) {
        if (!place.platform().equals("instagram")) {
            return DISCORD;
        }
        return place.kind() == PlaceKind.DM ? INBOX : COMMENTS;
    }

    /** The text in messages that fit, in order. */
    List<String> parts(String text) {
        return fitting(text, longest);
    }

    private List<String> fitting(String text, int units) {
        List<String> parts = new ArrayList<>();
        for (String part : Split.parts(text, units)) {
            if (part.getBytes(StandardCharsets.UTF_8).length <= bytes) {
                parts.add(part);
            } else {
                parts.addAll(fitting(part, Math.max(32, units / 2)));
            }
        }
        return parts;
    }
}
