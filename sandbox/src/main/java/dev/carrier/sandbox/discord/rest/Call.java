package dev.carrier.sandbox.discord.rest;

import dev.carrier.sandbox.discord.world.Attachment;
import dev.carrier.sandbox.discord.world.Bot;
import dev.carrier.sandbox.discord.world.Channel;
import dev.carrier.sandbox.discord.world.Message;
import dev.carrier.sandbox.discord.world.Permission;
import dev.carrier.sandbox.discord.world.Permissions;
import dev.carrier.sandbox.discord.world.Rejected;
import dev.carrier.sandbox.discord.world.Talk;
import dev.carrier.sandbox.discord.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One authenticated request.
 *
 * @param path the parameters in the path
 * @param query the parameters behind the question mark, the first of each
 * @param body its JSON, an empty object if there is none; of a multipart body its {@code
 *     payload_json}
 * @param files what was uploaded
 */
record Call(
        World world,
        Talk talk,
        Bot bot,
        Map<String, String> path,
        Map<String, String> query,
        JsonNode body,
        List<Attachment> files) {

    /** The snowflake at {@code name} in the path; 0, which nothing has, if it is none. */
    long id(String name) {
        var text = path.getOrDefault(name, "");
        return text.equals("@me")
                ? bot.id()
                : text.matches("\\d{1,18}|[1-8]\\d{18}") ? Long.parseLong(text) : 0;
    }

    /** The channel in the path, if the bot can see it. */
    Channel channel() {
        var channel = world.channel(id("channel")).orElseThrow(Rejected::unknownChannel);
        if (!may(channel, Permission.VIEW_CHANNEL)) {
            throw Rejected.missingAccess();
        }
        return channel;
    }

    /** The message in the path. */
    Message message(Channel channel) {
        return talk.find(channel.id(), id("message")).orElseThrow(Rejected::unknownMessage);
    }

    boolean may(Channel channel, Permission what) {
        return Permissions.may(world, bot.id(), channel, what);
    }

    void require(Channel channel, Permission what) {
        if (!may(channel, what)) {
            throw Rejected.missingPermissions();
        }
    }

    /** Whether the bot reads the content of what others write in {@code channel}. */
    boolean reads(Channel channel) {
        return bot.privileged() || channel.kind() == Channel.Kind.DM;
    }

    Optional<String> asked(String name) {
        return Optional.ofNullable(query.get(name));
    }
}
