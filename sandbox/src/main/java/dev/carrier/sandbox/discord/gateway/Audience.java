package dev.carrier.sandbox.discord.gateway;

import dev.carrier.sandbox.discord.payload.ChannelPayload;
import dev.carrier.sandbox.discord.payload.EmojiPayload;
import dev.carrier.sandbox.discord.payload.GuildPayload;
import dev.carrier.sandbox.discord.payload.InteractionPayload;
import dev.carrier.sandbox.discord.payload.MemberPayload;
import dev.carrier.sandbox.discord.payload.MessagePayload;
import dev.carrier.sandbox.discord.world.Channel;
import dev.carrier.sandbox.discord.world.Guild;
import dev.carrier.sandbox.discord.world.Happening;
import dev.carrier.sandbox.discord.world.Interaction;
import dev.carrier.sandbox.discord.world.Member;
import dev.carrier.sandbox.discord.world.Message;
import dev.carrier.sandbox.discord.world.Permission;
import dev.carrier.sandbox.discord.world.Permissions;
import dev.carrier.sandbox.discord.world.Role;
import dev.carrier.sandbox.discord.world.User;
import dev.carrier.sandbox.discord.world.World;
import dev.carrier.sandbox.json.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a session hears of a happening: by its intents, its shard, and what its bot may see.
 *
 * @see <a href="https://docs.discord.com/developers/events/gateway#list-of-intents">List of
 *     intents</a>
 * @see <a href="https://docs.discord.com/developers/events/gateway-events">Gateway events</a>
 */
final class Audience {
    /** An event and its data. */
    record Event(String type, JsonNode data) {}

    private final World world;
    private final MessagePayload messages;
    private final ChannelPayload channels;
    private final GuildPayload guilds;
    private final InteractionPayload interactions;

    Audience(World world, MessagePayload messages, ChannelPayload channels, GuildPayload guilds) {
        this.world = world;
        this.messages = messages;
        this.channels = channels;
        this.guilds = guilds;
        this.interactions = new InteractionPayload(world, channels);
    }

    List<Event> hears(GatewaySession session, Happening happening) {
        return switch (happening) {
            case Happening.Written(var message) -> message(session, message, "MESSAGE_CREATE");
            case Happening.Edited(var message) -> message(session, message, "MESSAGE_UPDATE");
            case Happening.Deleted(var channel, var gone, var bulk) ->
                    deleted(session, channel, gone, bulk);
            case Happening.Reacted(var message, var user, var emoji) ->
                    reaction(session, message, user, emoji, "MESSAGE_REACTION_ADD");
            case Happening.Unreacted(var message, var user, var emoji) ->
                    reaction(session, message, user, emoji, "MESSAGE_REACTION_REMOVE");
            case Happening.Typed(var channel, var user) -> typing(session, channel, user);
            case Happening.Opened(var channel) -> channel(session, channel, "CREATE");
            case Happening.Changed(var channel) -> channel(session, channel, "UPDATE");
            case Happening.Closed(var channel) -> channel(session, channel, "DELETE");
            case Happening.Joined(var guild, var member) -> joined(session, guild, member);
            case Happening.RoleMade(var guild, var role) -> made(session, guild, role);
            case Happening.MemberChanged(var guild, var member) -> changed(session, guild, member);
            case Happening.Left(var guild, var member) -> left(session, guild, member);
            case Happening.Outage(var guild) -> outage(session, guild);
            case Happening.Used(var used) -> used(session, used);
            case Happening.Born _ -> List.of();
        };
    }

    private List<Event> message(GatewaySession session, Message message, String type) {
        var channel = world.channel(message.channel());
        if (channel.isEmpty()
                || !hearsIn(
                        session, channel.get(), Intent.GUILD_MESSAGES, Intent.DIRECT_MESSAGES)) {
            return List.of();
        }
        var reads =
                session.wants(Intent.MESSAGE_CONTENT) || channel.get().kind() == Channel.Kind.DM;
        return List.of(
                new Event(type, messages.event(message, channel.get(), session.bot.id(), reads)));
    }

    private List<Event> deleted(
            GatewaySession session, Channel channel, List<Message> gone, boolean bulk) {
        if (!hearsIn(session, channel, Intent.GUILD_MESSAGES, Intent.DIRECT_MESSAGES)) {
            return List.of();
        }
        if (!bulk) {
            var guild = world.guildOf(channel);
            return gone.stream()
                    .map(m ->
                            new Event("MESSAGE_DELETE", MessagePayload.deleted(m, channel, guild)))
                    .toList();
        }
        var data = place(channel);
        var ids = data.putArray("ids");
        gone.forEach(message -> ids.add(Long.toString(message.id())));
        return List.of(new Event("MESSAGE_DELETE_BULK", data));
    }

    private List<Event> reaction(
            GatewaySession session, Message message, User user, String emoji, String type) {
        var channel = world.channel(message.channel());
        if (channel.isEmpty()
                || !hearsIn(
                        session,
                        channel.get(),
                        Intent.GUILD_MESSAGE_REACTIONS,
                        Intent.DIRECT_MESSAGE_REACTIONS)) {
            return List.of();
        }
        var data = place(channel.get());
        data.put("user_id", Long.toString(user.id()))
                .put("message_id", Long.toString(message.id()));
        data.put("message_author_id", Long.toString(message.author().id()));
        data.set("emoji", EmojiPayload.of(emoji));
        data.put("burst", false).put("type", 0);
        member(channel.get(), user, data);
        return List.of(new Event(type, data));
    }

    private List<Event> typing(GatewaySession session, Channel channel, User user) {
        if (!hearsIn(session, channel, Intent.GUILD_MESSAGE_TYPING, Intent.DIRECT_MESSAGE_TYPING)) {
            return List.of();
        }
        var data = place(channel).put("user_id", Long.toString(user.id()));
        data.put("timestamp", world.clock().instant().getEpochSecond());
        member(channel, user, data);
        return List.of(new Event("TYPING_START", data));
    }

    /** Needs no intent; of a DM the first shard is told. */
    private List<Event> used(GatewaySession session, Interaction used) {
        var guild = world.guildOf(used.channel());
        boolean hears =
                session.bot.id() == used.bot().id()
                        && guild.map(session::covers).orElse(session.shard == 0);
        return hears ? List.of(new Event("INTERACTION_CREATE", interactions.of(used))) : List.of();
    }

    private List<Event> channel(GatewaySession session, Channel channel, String change) {
        // A bot is not told of a new DM: its first message says so.
        if (channel.kind() == Channel.Kind.DM
                || !hearsIn(session, channel, Intent.GUILDS, Intent.DIRECT_MESSAGES)) {
            return List.of();
        }
        var data = channels.of(channel, session.bot.id());
        if (channel.kind().thread() && change.equals("CREATE")) {
            data.put("newly_created", true);
        }
        return List.of(
                new Event((channel.kind().thread() ? "THREAD_" : "CHANNEL_") + change, data));
    }

    private List<Event> joined(GatewaySession session, Guild guild, Member member) {
        var self = member.user().id() == session.bot.id();
        if (!session.covers(guild) || guild.member(session.bot.id()).isEmpty()) {
            return List.of();
        } else if (self && session.wants(Intent.GUILDS)) {
            return List.of(created(session, guild));
        } else if (!self && session.wants(Intent.GUILD_MEMBERS)) {
            return List.of(new Event("GUILD_MEMBER_ADD", guilds.joined(guild, member)));
        }
        return List.of();
    }

    /**
     * A bot is told of itself without any intent.
     *
     * @see <a href="https://docs.discord.com/developers/events/gateway#list-of-intents">Intents</a>
     */
    private List<Event> changed(GatewaySession session, Guild guild, Member member) {
        boolean self = member.user().id() == session.bot.id();
        boolean hears =
                session.covers(guild)
                        && guild.member(session.bot.id()).isPresent()
                        && (self || session.wants(Intent.GUILD_MEMBERS));
        return hears
                ? List.of(new Event("GUILD_MEMBER_UPDATE", guilds.joined(guild, member)))
                : List.of();
    }

    /** https://docs.discord.com/developers/events/gateway-events#guild-role-create */
    private List<Event> made(GatewaySession session, Guild guild, Role role) {
        boolean hears =
                session.covers(guild)
                        && guild.member(session.bot.id()).isPresent()
                        && session.wants(Intent.GUILDS);
        return hears
                ? List.of(new Event("GUILD_ROLE_CREATE", guilds.made(guild, role)))
                : List.of();
    }

    private List<Event> left(GatewaySession session, Guild guild, Member member) {
        var self = member.user().id() == session.bot.id();
        if (!session.covers(guild) || guild.member(session.bot.id()).isEmpty()) {
            return List.of();
        } else if (self && session.wants(Intent.GUILDS)) {
            return List.of(
                    new Event("GUILD_DELETE", Json.object().put("id", Long.toString(guild.id()))));
        } else if (!self && session.wants(Intent.GUILD_MEMBERS)) {
            return List.of(new Event("GUILD_MEMBER_REMOVE", guilds.left(guild, member)));
        }
        return List.of();
    }

    private List<Event> outage(GatewaySession session, Guild guild) {
        boolean hears =
                session.covers(guild)
                        && guild.member(session.bot.id()).isPresent()
                        && session.wants(Intent.GUILDS);
        return hears ? List.of(created(session, guild)) : List.of();
    }

    /**
     * That a guild is there, or that it will be.
     *
     * @see <a href="https://docs.discord.com/developers/events/gateway-events#guild-delete">Guild
     *     Delete</a>
     */
    Event created(GatewaySession session, Guild guild) {
        if (!guild.available()) {
            return new Event(
                    "GUILD_DELETE",
                    Json.object().put("id", Long.toString(guild.id())).put("unavailable", true));
        }
        return new Event(
                "GUILD_CREATE",
                guilds.created(guild, session.bot.id(), session.wants(Intent.GUILD_MEMBERS)));
    }

    private boolean hearsIn(
            GatewaySession session, Channel channel, Intent inGuilds, Intent inDms) {
        if (channel.kind() == Channel.Kind.DM) {
            return session.wants(inDms)
                    && session.shard == 0
                    && channel.recipients().contains(session.bot.id());
        }
        return session.wants(inGuilds)
                && world.guildOf(channel)
                        .filter(Guild::available)
                        .filter(session::covers)
                        .isPresent()
                && Permissions.may(world, session.bot.id(), channel, Permission.VIEW_CHANNEL);
    }

    private ObjectNode place(Channel channel) {
        var node = Json.object().put("channel_id", Long.toString(channel.id()));
        world.guildOf(channel).ifPresent(guild -> node.put("guild_id", Long.toString(guild.id())));
        return node;
    }

    private void member(Channel channel, User user, ObjectNode data) {
        world.guildOf(channel)
                .flatMap(guild -> guild.member(user.id()))
                .ifPresent(member -> data.set("member", MemberPayload.of(member)));
    }
}
