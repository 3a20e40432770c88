package dev.carrier.sandbox.discord.payload;

import dev.carrier.sandbox.discord.world.Bot;
import dev.carrier.sandbox.discord.world.World;
import dev.carrier.sandbox.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * An application.
 *
 * @see <a
 *     href="https://docs.discord.com/developers/resources/application#application-object">Application
 *     object</a>
 */
public final class ApplicationPayload {
    // GATEWAY_PRESENCE, GATEWAY_GUILD_MEMBERS, GATEWAY_MESSAGE_CONTENT.
    private static final int PRIVILEGED = 1 << 12 | 1 << 14 | 1 << 18;

    private ApplicationPayload() {}

    /** The application of {@code bot}, with its owner; without one the bot owns itself. */
    public static ObjectNode of(World world, Bot bot) {
        var node = Json.object();
        node.put("id", Long.toString(bot.id())).put("name", bot.user().name());
        node.putNull("icon").put("description", "");
        node.put("bot_public", true).put("bot_require_code_grant", false);
        node.put("verify_key", "0".repeat(64)).putNull("team");
        node.put("flags", bot.privileged() ? PRIVILEGED : 0);
        node.putArray("tags");
        node.put("approximate_guild_count", world.guildsOf(bot.id()).size());
        var owner =
                bot.owner().isPresent()
                        ? world.user(bot.owner().getAsLong())
                        : world.user(bot.id());
        owner.ifPresent(user -> node.set("owner", UserPayload.of(user)));
        node.set("bot", UserPayload.of(bot.user()));
        return node;
    }
}
