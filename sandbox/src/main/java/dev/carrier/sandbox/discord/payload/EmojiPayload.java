package dev.carrier.sandbox.discord.payload;

import dev.carrier.sandbox.json.Json;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * An emoji: a character of Unicode, or {@code name:id} of a guild's own.
 *
 * @see <a href="https://docs.discord.com/developers/resources/emoji#emoji-object">Emoji object</a>
 */
public final class EmojiPayload {
    private static final Pattern CUSTOM = Pattern.compile("(\\w+):(\\d+)");

    private EmojiPayload() {}

    /** {@code emoji} as in reactions. */
    public static ObjectNode of(String emoji) {
        var custom = CUSTOM.matcher(emoji);
        if (custom.matches()) {
            return Json.object()
                    .put("id", custom.group(2))
                    .put("name", custom.group(1))
                    .put("animated", false);
        }
        return Json.object().putNull("id").put("name", emoji);
    }
}
