package dev.carrier.sandbox.discord.rest;

import dev.carrier.sandbox.discord.world.AllowedMentions;
import dev.carrier.sandbox.discord.world.Channel;
import dev.carrier.sandbox.discord.world.Draft;
import dev.carrier.sandbox.discord.world.Extras;
import dev.carrier.sandbox.discord.world.Rejected;
import dev.carrier.sandbox.json.Json;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The JSON of a message that a bot sends.
 *
 * @see <a
 *     href="https://docs.discord.com/developers/resources/message#create-message-jsonform-params">Create
 *     message</a>
 */
final class MessageForm {
    private MessageForm() {}

    static Draft draft(Call call, Channel channel) {
        var body = call.body();
        return new Draft(
                call.bot().user(),
                channel.id(),
                content(body),
                reference(call, channel),
                Json.text(body, "nonce"),
                Json.flag(body, "enforce_nonce", false),
                allowed(body),
                call.files(),
                embeds(body),
                Extras.NONE);
    }

    static String content(JsonNode body) {
        var content = body.path("content");
        if (!content.isMissingNode() && !content.isNull() && !content.isString()) {
            throw Rejected.form(
                    "content", "BASE_TYPE_STRING", "Could not interpret \"content\" as string.");
        }
        return content.isString() ? content.asString() : "";
    }

    static List<JsonNode> embeds(JsonNode body) {
        var embeds = Json.list(body, "embeds");
        if (embeds.size() > 10) {
            throw Rejected.form("embeds", "BASE_TYPE_MAX_LENGTH", "Must be 10 or fewer in length.");
        }
        return List.copyOf(embeds);
    }

    private static OptionalLong reference(Call call, Channel channel) {
        var reference = call.body().path("message_reference");
        var id = Json.number(reference, "message_id");
        if (id.isEmpty()) {
            return OptionalLong.empty();
        }
        var found = call.talk().find(channel.id(), id.getAsLong()).isPresent();
        if (!found && Json.flag(reference, "fail_if_not_exists", true)) {
            throw Rejected.form("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message");
        }
        return found ? id : OptionalLong.empty();
    }

    static AllowedMentions allowed(JsonNode body) {
        var allowed = body.path("allowed_mentions");
        if (!allowed.isObject()) {
            return AllowedMentions.all();
        }
        var parse = Json.list(allowed, "parse").stream().map(n -> n.asString("")).toList();
        var users = ids(allowed, "users");
        if (parse.contains("users") && !users.isEmpty()) {
            throw Rejected.form(
                    "allowed_mentions",
                    "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                    "parse:[users] and users: [ids...] are mutually exclusive.");
        }
        return new AllowedMentions(
                parse.contains("users"),
                parse.contains("roles"),
                parse.contains("everyone"),
                users,
                ids(allowed, "roles"),
                Json.flag(allowed, "replied_user", false));
    }

    private static Set<Long> ids(JsonNode node, String key) {
        var ids = new HashSet<Long>();
        Json.list(node, key)
                .forEach(id -> {
                    if (id.asString("").matches("\\d{1,18}")) {
                        ids.add(Long.parseLong(id.asString("")));
                    }
                });
        return ids;
    }
}
