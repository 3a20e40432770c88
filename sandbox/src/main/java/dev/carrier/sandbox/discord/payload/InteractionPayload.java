package dev.carrier.sandbox.discord.payload;

import dev.carrier.sandbox.discord.world.Channel;
import dev.carrier.sandbox.discord.world.Interaction;
import dev.carrier.sandbox.discord.world.Permissions;
import dev.carrier.sandbox.discord.world.World;
import dev.carrier.sandbox.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * That somebody used a command.
 *
 * @see <a
 *     href="https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object">Interaction
 *     object</a>
 */
public final class InteractionPayload {
    private static final int COMMAND = 2;
    private static final int BOOLEAN = 5;
    private static final int STRING = 3;

    /** Every permission that Discord has a bit for. */
    private static final long EVERYTHING = (1L << 51) - 1;

    private final World world;
    private final ChannelPayload channels;

    /** Writes channels with {@code channels}. */
    public InteractionPayload(World world, ChannelPayload channels) {
        this.world = world;
        this.channels = channels;
    }

    /** {@code used} as its application hears of it. */
    public ObjectNode of(Interaction used) {
        var bot = used.bot().id();
        var channel = used.channel();
        var node = Json.object();
        node.put("id", Long.toString(used.id())).put("application_id", Long.toString(bot));
        node.put("type", COMMAND).put("token", used.token()).put("version", 1);
        node.put("channel_id", Long.toString(channel.id()));
        var shown = channels.of(channel, bot);
        shown.put("permissions", permissions(used.user().id(), channel));
        node.set("channel", shown);
        node.put("app_permissions", permissions(bot, channel)).put("locale", "en-US");
        node.putArray("entitlements");
        node.put("attachment_size_limit", 10 << 20);
        var owners = node.putObject("authorizing_integration_owners");
        node.set("data", data(used));
        var guild = world.guildOf(channel);
        if (guild.isEmpty()) {
            node.set("user", UserPayload.of(used.user()));
            owners.put("0", "0");
            return node.put("context", 1);
        }
        var id = Long.toString(guild.get().id());
        node.put("guild_id", id).put("guild_locale", "en-US").put("context", 0);
        owners.put("0", id);
        var about = node.putObject("guild").put("id", id).put("locale", "en-US");
        about.putArray("features");
        guild.get()
                .member(used.user().id())
                .ifPresent(member ->
                        node.set(
                                "member",
                                MemberPayload.of(member)
                                        .put(
                                                "permissions",
                                                permissions(used.user().id(), channel))));
        return node;
    }

    private String permissions(long user, Channel channel) {
        return Long.toString(Permissions.in(world, user, channel) & EVERYTHING);
    }

    private static ObjectNode data(Interaction used) {
        var data = Json.object();
        data.put("id", Long.toString(used.command().id())).put("name", used.command().name());
        data.put("type", 1);
        ArrayNode options = data.putArray("options");
        used.options()
                .forEach((name, value) -> {
                    var type = type(used.command().definition(), name);
                    var option = options.addObject().put("name", name).put("type", type);
                    if (type == BOOLEAN) {
                        option.put("value", Boolean.parseBoolean(value));
                    } else {
                        option.put("value", value);
                    }
                });
        return data;
    }

    private static int type(JsonNode definition, String option) {
        return Json.list(definition, "options").stream()
                .filter(one -> Json.text(one, "name", "").equals(option))
                .mapToInt(one -> (int) Json.number(one, "type").orElse(STRING))
                .findFirst()
                .orElse(STRING);
    }
}
