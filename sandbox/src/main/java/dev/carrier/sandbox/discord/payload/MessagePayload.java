package dev.carrier.sandbox.discord.payload;

import dev.carrier.sandbox.discord.world.Attachment;
import dev.carrier.sandbox.discord.world.Channel;
import dev.carrier.sandbox.discord.world.Guild;
import dev.carrier.sandbox.discord.world.Interaction;
import dev.carrier.sandbox.discord.world.Message;
import dev.carrier.sandbox.discord.world.Reference;
import dev.carrier.sandbox.discord.world.Snowflakes;
import dev.carrier.sandbox.discord.world.Talk;
import dev.carrier.sandbox.discord.world.User;
import dev.carrier.sandbox.discord.world.World;
import dev.carrier.sandbox.json.Json;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message. A nonce is in it only where its author is told at once: in the answer to the request
 * and in the event.
 *
 * @see <a href="https://docs.discord.com/developers/resources/message#message-object">Message
 *     object</a>
 */
public final class MessagePayload {
    private static final int EPHEMERAL = 1 << 6;
    private static final int LOADING = 1 << 7;
    private static final int VOICE = 1 << 13;
    private static final int HAS_SNAPSHOT = 1 << 14;
    private static final List<String> SNAPSHOT =
            List.of(
                    "type",
                    "content",
                    "embeds",
                    "attachments",
                    "timestamp",
                    "edited_timestamp",
                    "flags",
                    "mentions",
                    "mention_roles",
                    "sticker_items",
                    "components");

    private final World world;
    private final Talk talk;
    private volatile String files = "";

    /** Writes messages of {@code talk}. */
    public MessagePayload(World world, Talk talk) {
        this.world = world;
        this.talk = talk;
    }

    /** Says where the paths of uploaded files begin: a URL without a slash at its end. */
    public void filesAt(String url) {
        files = url;
    }

    /**
     * {@code message} as REST gives it from a channel's history. {@code reads}: content may be
     * seen.
     */
    public ObjectNode of(Message message, long viewer, boolean reads) {
        var node = alone(message, viewer, reads);
        message.reference()
                .ifPresent(reference -> reference(node, message, reference, viewer, reads));
        return node;
    }

    private void reference(
            ObjectNode node, Message message, Reference reference, long viewer, boolean reads) {
        var forwarded = message.extras().forwarded();
        var shown = node.putObject("message_reference").put("type", forwarded.isPresent() ? 1 : 0);
        shown.put("channel_id", Long.toString(reference.channel()));
        world.channel(reference.channel())
                .flatMap(world::guildOf)
                .ifPresent(guild -> shown.put("guild_id", Long.toString(guild.id())));
        if (reference.message().isEmpty()) {
            return;
        }
        var id = reference.message().getAsLong();
        shown.put("message_id", Long.toString(id));
        if (forwarded.isPresent()) {
            if (shows(message, viewer, reads)) {
                node.putArray("message_snapshots").add(snapshot(forwarded.get(), viewer));
            }
            return;
        }
        talk.find(reference.channel(), id)
                .ifPresentOrElse(
                        original -> node.set("referenced_message", alone(original, viewer, reads)),
                        () -> node.putNull("referenced_message"));
    }

    /** As {@link #of}, with its nonce: the answer to whoever has just sent it. */
    public ObjectNode sent(Message message, long viewer, boolean reads) {
        var node = of(message, viewer, reads);
        message.nonce().ifPresent(nonce -> node.put("nonce", nonce));
        return node;
    }

    /**
     * As {@link #sent}, with where it was said and who its author is there.
     *
     * @see <a
     *     href="https://docs.discord.com/developers/events/gateway-events#message-create">Message
     *     create</a>
     */
    public ObjectNode event(Message message, Channel channel, long viewer, boolean reads) {
        var node = sent(message, viewer, reads).put("channel_type", channel.kind().code());
        world.guildOf(channel)
                .ifPresent(guild -> {
                    node.put("guild_id", Long.toString(guild.id()));
                    guild.member(message.author().id())
                            .ifPresent(author -> node.set("member", MemberPayload.partial(author)));
                });
        return node;
    }

    private ObjectNode alone(Message message, long viewer, boolean reads) {
        var shown = shows(message, viewer, reads);
        var node = Json.object();
        node.put("id", Long.toString(message.id()))
                .put("channel_id", Long.toString(message.channel()));
        node.put("type", message.type().code()).put("flags", flags(message));
        node.put("content", shown ? message.content() : "");
        node.set("author", UserPayload.of(message.author()));
        if (message.author().kind() == User.Kind.WEBHOOK) {
            node.put("webhook_id", Long.toString(message.author().id()));
        }
        node.put("timestamp", Times.of(message.accepted()));
        message.edited()
                .ifPresentOrElse(
                        at -> node.put("edited_timestamp", Times.of(at)),
                        () -> node.putNull("edited_timestamp"));
        node.put("tts", false)
                .put("pinned", false)
                .put("mention_everyone", message.mentions().everyone());
        mentions(node, message);
        var attachments = node.putArray("attachments");
        var embeds = node.putArray("embeds");
        if (shown) {
            message.attachments().forEach(a -> attachments.add(attachment(message, a)));
            message.embeds().forEach(embeds::add);
            message.extras().poll().ifPresent(poll -> node.set("poll", ExtrasPayload.poll(poll)));
        }
        if (!message.extras().stickers().isEmpty()) {
            var stickers = node.putArray("sticker_items");
            message.extras().stickers().forEach(it -> stickers.add(ExtrasPayload.sticker(it)));
        }
        node.putArray("components");
        reactions(node, message, viewer);
        return node;
    }

    private static boolean shows(Message message, long viewer, boolean reads) {
        return reads
                || message.author().id() == viewer
                || message.mentions().users().contains(viewer);
    }

    /**
     * A message passed on: the original without its author.
     *
     * @see <a
     *     href="https://docs.discord.com/developers/resources/message#message-snapshot-object">Message
     *     snapshot object</a>
     */
    private ObjectNode snapshot(Message original, long viewer) {
        var whole = alone(original, viewer, true);
        var part = Json.object();
        for (var field : SNAPSHOT) {
            if (whole.has(field)) {
                part.set(field, whole.get(field));
            }
        }
        var node = Json.object();
        node.set("message", part);
        return node;
    }

    /**
     * What an application whispered to {@code used}'s user.
     *
     * @see <a
     *     href="https://docs.discord.com/developers/resources/message#message-object-message-flags">Flags</a>
     */
    public ObjectNode whispered(Interaction used, Interaction.Whisper whisper) {
        var node = Json.object();
        node.put("id", Long.toString(whisper.id()))
                .put("channel_id", Long.toString(used.channel().id()));
        node.put("type", Message.Type.COMMAND.code()).put("content", whisper.content());
        node.put("flags", whisper.content().isEmpty() ? EPHEMERAL | LOADING : EPHEMERAL);
        node.set("author", UserPayload.of(used.bot().user()));
        node.put("timestamp", Times.of(Snowflakes.at(whisper.id()))).putNull("edited_timestamp");
        node.put("tts", false).put("pinned", false).put("mention_everyone", false);
        for (var list :
                List.of("mentions", "mention_roles", "attachments", "embeds", "components")) {
            node.putArray(list);
        }
        return node;
    }

    private static int flags(Message message) {
        var thinks = message.type() == Message.Type.COMMAND && message.content().isEmpty();
        return (message.extras().voice() ? VOICE : 0)
                | (thinks ? LOADING : 0)
                | (message.extras().forwarded().isPresent() ? HAS_SNAPSHOT : 0);
    }

    private void mentions(ObjectNode node, Message message) {
        var guild = world.channel(message.channel()).flatMap(world::guildOf);
        var users = node.putArray("mentions");
        message.mentions()
                .users()
                .forEach(id ->
                        world.user(id)
                                .ifPresent(user -> {
                                    var mentioned = UserPayload.of(user);
                                    guild.flatMap((Guild g) -> g.member(id))
                                            .ifPresent(member ->
                                                    mentioned.set(
                                                            "member",
                                                            MemberPayload.partial(member)));
                                    users.add(mentioned);
                                }));
        var roles = node.putArray("mention_roles");
        message.mentions().roles().forEach(role -> roles.add(Long.toString(role)));
    }

    private ObjectNode attachment(Message message, Attachment attachment) {
        var url = files + FileLinks.path(message.channel(), attachment, world.clock().instant());
        var node =
                Json.object()
                        .put("id", Long.toString(attachment.id()))
                        .put("filename", attachment.name())
                        .put("content_type", attachment.contentType())
                        .put("size", attachment.content().length)
                        .put("url", url)
                        .put("proxy_url", url);
        attachment.description().ifPresent(text -> node.put("description", text));
        attachment
                .seconds()
                .ifPresent(length -> node.put("duration_secs", length).put("waveform", "AAAA"));
        return node;
    }

    private static void reactions(ObjectNode node, Message message, long viewer) {
        if (message.reactions().isEmpty()) {
            return;
        }
        var reactions = node.putArray("reactions");
        message.reactions()
                .forEach(reaction -> {
                    var one = reactions.addObject().put("count", reaction.users().size());
                    one.put("me", reaction.users().contains(viewer)).put("me_burst", false);
                    one.putObject("count_details")
                            .put("burst", 0)
                            .put("normal", reaction.users().size());
                    one.putArray("burst_colors");
                    one.set("emoji", EmojiPayload.of(reaction.emoji()));
                });
    }

    /** https://docs.discord.com/developers/events/gateway-events#message-delete. */
    public static ObjectNode deleted(Message message, Channel channel, Optional<Guild> guild) {
        var node =
                Json.object()
                        .put("id", Long.toString(message.id()))
                        .put("channel_id", Long.toString(channel.id()));
        guild.ifPresent(g -> node.put("guild_id", Long.toString(g.id())));
        return node;
    }
}
