package dev.carrier.sandbox.discord.payload;

import dev.carrier.sandbox.discord.world.Channel;
import dev.carrier.sandbox.discord.world.Channel.ThreadState;
import dev.carrier.sandbox.discord.world.Talk;
import dev.carrier.sandbox.discord.world.World;
import dev.carrier.sandbox.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * A channel, thread or DM.
 *
 * @see <a href="https://docs.discord.com/developers/resources/channel#channel-object">Channel
 *     object</a>
 */
public final class ChannelPayload {
    private static final int A_DAY_IN_MINUTES = 1440;

    private final World world;
    private final Talk talk;

    /** Writes channels of {@code world} with what was said in them last. */
    public ChannelPayload(World world, Talk talk) {
        this.world = world;
        this.talk = talk;
    }

    /** {@code channel} as {@code viewer} sees it. */
    public ObjectNode of(Channel channel, long viewer) {
        var node = Json.object();
        node.put("id", Long.toString(channel.id()))
                .put("type", channel.kind().code())
                .put("flags", 0);
        if (channel.guild().isPresent()) {
            node.put("guild_id", Long.toString(channel.guild().getAsLong()));
        }
        var last = talk.last(channel.id());
        if (last.isPresent()) {
            node.put("last_message_id", Long.toString(last.getAsLong()));
        } else {
            node.putNull("last_message_id");
        }
        switch (channel.kind()) {
            case DM -> recipients(node, channel, viewer);
            case TEXT, CATEGORY, FORUM -> ofGuild(node, channel);
            case THREAD ->
                    channel.thread().ifPresent(state -> thread(node, channel, state, viewer));
        }
        return node;
    }

    private void recipients(ObjectNode node, Channel channel, long viewer) {
        var recipients = node.putArray("recipients");
        channel.recipients().stream()
                .filter(id -> id != viewer)
                .forEach(id ->
                        world.user(id).ifPresent(user -> recipients.add(UserPayload.of(user))));
    }

    private static void ofGuild(ObjectNode node, Channel channel) {
        node.put("name", channel.name())
                .put("position", 0)
                .put("nsfw", false)
                .put("rate_limit_per_user", 0);
        node.putNull("topic");
        parent(node, channel);
        var overwrites = node.putArray("permission_overwrites");
        channel.overwrites()
                .forEach(over ->
                        overwrites
                                .addObject()
                                .put("id", Long.toString(over.target()))
                                .put("type", over.role() ? 0 : 1)
                                .put("allow", Long.toString(over.allow()))
                                .put("deny", Long.toString(over.deny())));
        if (channel.kind() == Channel.Kind.FORUM) {
            node.putArray("available_tags");
            node.putNull("default_reaction_emoji")
                    .putNull("default_sort_order")
                    .put("default_forum_layout", 0);
        }
    }

    private void thread(ObjectNode node, Channel channel, ThreadState state, long viewer) {
        node.put("name", channel.name()).put("owner_id", Long.toString(state.owner()));
        parent(node, channel);
        var count = talk.count(channel.id());
        node.put("message_count", count).put("total_message_sent", count);
        node.put("member_count", state.members().size()).put("rate_limit_per_user", 0);
        node.putArray("applied_tags");
        node.putObject("thread_metadata")
                .put("archived", state.archived())
                .put("locked", state.locked())
                .put("auto_archive_duration", A_DAY_IN_MINUTES)
                .put("archive_timestamp", Times.of(state.since()))
                .put("create_timestamp", Times.of(state.since()));
        if (state.members().contains(viewer)) {
            node.set("member", threadMember(channel, state, viewer));
        }
    }

    /** https://docs.discord.com/developers/resources/channel#thread-member-object. */
    public static ObjectNode threadMember(Channel thread, ThreadState state, long user) {
        return Json.object()
                .put("id", Long.toString(thread.id()))
                .put("user_id", Long.toString(user))
                .put("join_timestamp", Times.of(state.since()))
                .put("flags", 0);
    }

    private static void parent(ObjectNode node, Channel channel) {
        if (channel.parent().isPresent()) {
            node.put("parent_id", Long.toString(channel.parent().getAsLong()));
        } else {
            node.putNull("parent_id");
        }
    }
}
