package dev.carrier.ingest.instagram;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A delivery taken apart. Meta's pages, samples and real deliveries differ: an entry holds a list
 * of changes or is itself one; a message comes in a list of its own or as a change; and all of it
 * may be in brackets. Pure.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/webhooks/examples">Examples</a>
 */
final class Batch {
    /** What a change can be about that otherwise comes in {@code messaging}. */
    private static final Set<String> TALK =
            Set.of(
                    "messages",
                    "message_reactions",
                    "message_echoes",
                    "message_edit",
                    "messaging_postbacks",
                    "messaging_seen",
                    "messaging_referral",
                    "messaging_optins",
                    "messaging_handover");

    private Batch() {}

    /** Whether that can be a delivery at all. */
    static boolean isOne(JsonNode root) {
        return root.isObject()
                || (root.isArray()
                        && !root.isEmpty()
                        && Nodes.list(root).stream().allMatch(JsonNode::isObject));
    }

    /** Everything in it, in its order. */
    static List<Item> items(JsonNode root) {
        List<Item> items = new ArrayList<>();
        for (JsonNode envelope : Nodes.list(root)) {
            boolean instagram =
                    Nodes.text(envelope, "object").orElse("instagram").equals("instagram");
            List<JsonNode> entries = Nodes.list(envelope.path("entry"));
            if (!instagram || entries.isEmpty()) {
                items.add(new Item.Strange("", envelope));
            } else {
                entries.forEach(entry -> items.addAll(ofEntry(entry)));
            }
        }
        return items;
    }

    private static List<Item> ofEntry(JsonNode entry) {
        String id = Nodes.text(entry, "id").orElse("");
        Optional<Instant> at = Nodes.time(entry, "time");
        List<Item> items = new ArrayList<>();
        Nodes.list(entry.path("changes")).forEach(change -> items.add(change(id, at, change)));
        if (entry.has("field")) {
            items.add(change(id, at, entry));
        }
        Nodes.list(entry.path("messaging"))
                .forEach(one -> items.add(new Item.Talk(id, at, one, false)));
        Nodes.list(entry.path("standby"))
                .forEach(one -> items.add(new Item.Talk(id, at, one, true)));
        if (items.isEmpty()) {
            items.add(new Item.Strange(id, entry));
        }
        return items;
    }

    private static Item change(String id, Optional<Instant> at, JsonNode change) {
        String field = Nodes.text(change, "field").orElse("");
        JsonNode value = change.path("value");
        if (TALK.contains(field) || field.equals("standby")) {
            return new Item.Talk(id, at, value, field.equals("standby"));
        }
        return new Item.Change(id, at, field, value);
    }
}
