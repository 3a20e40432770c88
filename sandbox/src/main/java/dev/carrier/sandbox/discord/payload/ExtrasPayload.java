package dev.carrier.sandbox.discord.payload;

import dev.carrier.sandbox.discord.world.Extras;
import dev.carrier.sandbox.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** What a message has besides text, files and embeds. */
final class ExtrasPayload {
    private static final int PNG = 1;

    private ExtrasPayload() {}

    /** https://docs.discord.com/developers/resources/sticker#sticker-item-object. */
    static ObjectNode sticker(Extras.Sticker sticker) {
        return Json.object()
                .put("id", Long.toString(sticker.id()))
                .put("name", sticker.name())
                .put("format_type", PNG);
    }

    /** https://docs.discord.com/developers/resources/poll#poll-object. */
    static ObjectNode poll(Extras.Poll poll) {
        var node = Json.object();
        node.putObject("question").put("text", poll.question());
        var answers = node.putArray("answers");
        for (var answer : poll.answers()) {
            var one = answers.addObject().put("answer_id", answers.size());
            one.putObject("poll_media").put("text", answer);
        }
        node.put("expiry", Times.of(poll.expiry()))
                .put("allow_multiselect", poll.multiselect())
                .put("layout_type", 1);
        node.putObject("results").put("is_finalized", false).putArray("answer_counts");
        return node;
    }
}
