package dev.carrier.sandbox.discord.payload;

import dev.carrier.sandbox.discord.world.Bot;
import dev.carrier.sandbox.discord.world.User;
import dev.carrier.sandbox.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * A user.
 *
 * @see <a href="https://docs.discord.com/developers/resources/user#user-object">User object</a>
 */
public final class UserPayload {
    private UserPayload() {}

    /** {@code user} as everyone sees them. */
    public static ObjectNode of(User user) {
        var node = Json.object();
        node.put("id", Long.toString(user.id())).put("username", user.name());
        node.put("discriminator", user.bot() ? "%04d".formatted(1 + user.id() % 9999) : "0");
        node.putNull("avatar").put("public_flags", 0);
        if (user.bot()) {
            node.put("bot", true);
            return node.putNull("global_name");
        }
        return node.put("global_name", user.name());
    }

    /** {@code bot} as it sees itself. */
    public static ObjectNode self(Bot bot) {
        return of(bot.user())
                .put("mfa_enabled", true)
                .put("verified", true)
                .put("flags", 0)
                .putNull("email")
                .putNull("banner")
                .putNull("accent_color");
    }
}
