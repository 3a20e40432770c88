package dev.carrier.sandbox.discord.control;

import dev.carrier.sandbox.discord.world.Extras;
import dev.carrier.sandbox.discord.world.Message;
import dev.carrier.sandbox.discord.world.Rejected;
import dev.carrier.sandbox.discord.world.Talk;
import dev.carrier.sandbox.discord.world.World;
import dev.carrier.sandbox.json.Json;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What someone adds to a message besides text and files, and what Discord itself tells. */
final class ExtrasForm {
    private static final Duration POLL = Duration.ofHours(24);
    private static final Set<Message.Type> PEOPLES =
            Set.of(Message.Type.DEFAULT, Message.Type.REPLY);

    private ExtrasForm() {}

    /** {@code stickers}, {@code poll}, {@code voice} and {@code forward}. */
    static Extras extras(Form form, World world, Talk talk) {
        var stickers =
                Json.list(form.body(), "stickers").stream()
                        .map(it -> new Extras.Sticker(world.newId(), it.asString("")))
                        .toList();
        return new Extras(
                stickers,
                Optional.of(form.body().path("poll"))
                        .filter(JsonNode::isObject)
                        .map(poll -> poll(poll, world)),
                form.flag("voice", false),
                Optional.of(form.body().path("forward"))
                        .filter(JsonNode::isObject)
                        .map(from -> original(from, talk)));
    }

    private static Extras.Poll poll(JsonNode poll, World world) {
        return new Extras.Poll(
                Json.text(poll, "question", ""),
                Json.list(poll, "answers").stream().map(it -> it.asString("")).toList(),
                Json.flag(poll, "multiselect", false),
                world.clock().instant().plus(POLL));
    }

    private static Message original(JsonNode from, Talk talk) {
        var channel = Json.number(from, "channel").orElse(0);
        var message = Json.number(from, "message").orElse(0);
        return talk.find(channel, message).orElseThrow(Rejected::unknownMessage);
    }

    /** A type of message that no person can write. */
    static Message.Type systemType(String name) {
        for (var type : Message.Type.values()) {
            if (type.name().toLowerCase(Locale.ROOT).equals(name) && !PEOPLES.contains(type)) {
                return type;
            }
        }
        throw Rejected.form("system", "BASE_TYPE_CHOICES", "No such message of Discord's own");
    }
}
