package dev.carrier.sandbox.discord.payload;

import dev.carrier.sandbox.discord.world.Channel;
import dev.carrier.sandbox.discord.world.Guild;
import dev.carrier.sandbox.discord.world.Member;
import dev.carrier.sandbox.discord.world.Permission;
import dev.carrier.sandbox.discord.world.Permissions;
import dev.carrier.sandbox.discord.world.Role;
import dev.carrier.sandbox.discord.world.World;
import dev.carrier.sandbox.json.Json;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A guild.
 *
 * @see <a href="https://docs.discord.com/developers/resources/guild#guild-object">Guild object</a>
 */
public final class GuildPayload {
    private final World world;
    private final ChannelPayload channels;

    /** Writes guilds of {@code world}. */
    public GuildPayload(World world, ChannelPayload channels) {
        this.world = world;
        this.channels = channels;
    }

    /** {@code guild} as REST gives it. */
    public ObjectNode of(Guild guild) {
        var node = Json.object();
        node.put("id", Long.toString(guild.id())).put("name", guild.name());
        node.put("owner_id", Long.toString(guild.owner()));
        for (var absent :
                List.of(
                        "icon",
                        "splash",
                        "discovery_splash",
                        "afk_channel_id",
                        "system_channel_id",
                        "rules_channel_id",
                        "vanity_url_code",
                        "description",
                        "banner",
                        "public_updates_channel_id",
                        "safety_alerts_channel_id",
                        "application_id")) {
            node.putNull(absent);
        }
        // 0 is no timeout that Discord knows; JDA refuses the guild.
        node.put("afk_timeout", 300)
                .put("verification_level", 0)
                .put("default_message_notifications", 1);
        node.put("explicit_content_filter", 0).put("mfa_level", 0).put("system_channel_flags", 0);
        node.put("premium_tier", 0)
                .put("premium_subscription_count", 0)
                .put("premium_progress_bar_enabled", false);
        node.put("preferred_locale", "en-US").put("nsfw_level", 0).put("nsfw", false);
        node.put("max_members", 500_000).put("max_video_channel_users", 25);
        node.putArray("features");
        node.putArray("emojis");
        node.putArray("stickers");
        var roles = node.putArray("roles");
        guild.roles().forEach(role -> roles.add(role(guild, role)));
        return node;
    }

    /** https://docs.discord.com/developers/events/gateway-events#guild-role-create. */
    public ObjectNode made(Guild guild, Role role) {
        var node = Json.object().put("guild_id", Long.toString(guild.id()));
        node.set("role", role(guild, role));
        return node;
    }

    /** https://docs.discord.com/developers/topics/permissions#role-object. */
    private static ObjectNode role(Guild guild, Role role) {
        var node = Json.object();
        node.put("id", Long.toString(role.id())).put("name", role.name());
        node.put("permissions", Long.toString(role.permissions()));
        node.put("position", role.id() == guild.id() ? 0 : 1).put("color", 0);
        node.putObject("colors")
                .put("primary_color", 0)
                .putNull("secondary_color")
                .putNull("tertiary_color");
        node.put("hoist", false).put("managed", false).put("mentionable", false).put("flags", 0);
        return node.putNull("icon").putNull("unicode_emoji");
    }

    /**
     * {@code guild} as GUILD_CREATE gives it to {@code viewer}; {@code everyone} tells whether all
     * members are listed.
     *
     * @see <a href="https://docs.discord.com/developers/events/gateway-events#guild-create">Guild
     *     create</a>
     */
    public ObjectNode created(Guild guild, long viewer, boolean everyone) {
        var node = of(guild);
        var self = guild.member(viewer);
        self.ifPresent(member -> node.put("joined_at", Times.of(member.joined())));
        node.put("large", false)
                .put("unavailable", false)
                .put("member_count", guild.members().size());
        for (var empty :
                List.of(
                        "voice_states",
                        "presences",
                        "stage_instances",
                        "guild_scheduled_events",
                        "soundboard_sounds")) {
            node.putArray(empty);
        }
        var members = node.putArray("members");
        guild.members().stream()
                .filter(m -> everyone || m.user().id() == viewer)
                .map(MemberPayload::of)
                .forEach(members::add);
        var listed = node.putArray("channels");
        var threads = node.putArray("threads");
        for (var channel : world.channels(guild)) {
            listed.add(channels.of(channel, viewer));
            if (Permissions.may(world, viewer, channel, Permission.VIEW_CHANNEL)) {
                world.threads(channel).stream()
                        .filter(GuildPayload::active)
                        .forEach(thread -> threads.add(channels.of(thread, viewer)));
            }
        }
        return node;
    }

    private static boolean active(Channel thread) {
        return thread.thread().filter(state -> !state.archived()).isPresent();
    }

    /** https://docs.discord.com/developers/events/gateway-events#guild-member-add. */
    public ObjectNode joined(Guild guild, Member member) {
        return MemberPayload.of(member).put("guild_id", Long.toString(guild.id()));
    }

    /** https://docs.discord.com/developers/events/gateway-events#guild-member-remove. */
    public ObjectNode left(Guild guild, Member member) {
        var node = Json.object().put("guild_id", Long.toString(guild.id()));
        node.set("user", UserPayload.of(member.user()));
        return node;
    }
}
