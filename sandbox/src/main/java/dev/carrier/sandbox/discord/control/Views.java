package dev.carrier.sandbox.discord.control;

import dev.carrier.sandbox.discord.payload.FileLinks;
import dev.carrier.sandbox.discord.world.Channel;
import dev.carrier.sandbox.discord.world.Guild;
import dev.carrier.sandbox.discord.world.Message;
import dev.carrier.sandbox.discord.world.User;
import dev.carrier.sandbox.discord.world.World;
import dev.carrier.sandbox.json.Json;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The control API's JSON: everything as it is, with ids as text and times in epoch milliseconds.
 */
public final class Views {
    private final World world;

    /** Views of {@code world}. */
    public Views(World world) {
        this.world = world;
    }

    /** A person, bot or webhook. */
    public ObjectNode user(User user) {
        return Json.object()
                .put("id", Long.toString(user.id()))
                .put("name", user.name())
                .put("kind", user.kind().name().toLowerCase(Locale.ROOT));
    }

    /** A message with all that the sandbox knows of it, the nonce included. */
    public ObjectNode message(Message message) {
        var node = Json.object();
        node.put("id", Long.toString(message.id()))
                .put("channel", Long.toString(message.channel()));
        node.put("author", Long.toString(message.author().id()))
                .put("authorName", message.author().name());
        node.put("authorKind", message.author().kind().name().toLowerCase(Locale.ROOT));
        node.put("content", message.content())
                .put("accepted_at", message.accepted().toEpochMilli());
        message.edited().ifPresent(at -> node.put("edited_at", at.toEpochMilli()));
        message.nonce().ifPresent(nonce -> node.put("nonce", nonce));
        node.put("type", message.type().name().toLowerCase(Locale.ROOT));
        message.reference()
                .flatMap(reference -> reference.message().stream().boxed().findFirst())
                .ifPresent(id -> node.put("reference", Long.toString(id)));
        var mentions = node.putArray("mentions");
        message.mentions().users().forEach(id -> mentions.add(Long.toString(id)));
        node.put("mentionsEveryone", message.mentions().everyone());
        var attachments = node.putArray("attachments");
        message.attachments()
                .forEach(a ->
                        attachments
                                .addObject()
                                .put("id", Long.toString(a.id()))
                                .put("name", a.name())
                                .put("contentType", a.contentType())
                                .put("size", a.content().length)
                                .put(
                                        "path",
                                        FileLinks.path(
                                                message.channel(), a, world.clock().instant())));
        var reactions = node.putArray("reactions");
        message.reactions()
                .forEach(reaction -> {
                    var users =
                            reactions.addObject().put("emoji", reaction.emoji()).putArray("users");
                    reaction.users().forEach(id -> users.add(Long.toString(id)));
                });
        return node;
    }

    /** Messages, in their order. */
    public ArrayNode messages(List<Message> messages) {
        var list = Json.array();
        messages.forEach(message -> list.add(message(message)));
        return list;
    }

    /** A channel, thread or DM. */
    public ObjectNode channel(Channel channel) {
        var node = Json.object();
        node.put("id", Long.toString(channel.id())).put("name", channel.name());
        node.put("type", channel.kind().name().toLowerCase(Locale.ROOT));
        channel.guild().ifPresent(id -> node.put("guild", Long.toString(id)));
        channel.parent().ifPresent(id -> node.put("parent", Long.toString(id)));
        if (channel.kind() == Channel.Kind.DM) {
            var recipients = node.putArray("recipients");
            channel.recipients().forEach(id -> recipients.add(Long.toString(id)));
        }
        channel.thread()
                .ifPresent(state ->
                        node.put("archived", state.archived()).put("locked", state.locked()));
        return node;
    }

    /** A guild with its members, channels and threads. */
    public ObjectNode guild(Guild guild) {
        var node = Json.object();
        node.put("id", Long.toString(guild.id())).put("name", guild.name());
        node.put("owner", Long.toString(guild.owner()));
        var members = node.putArray("members");
        guild.members().forEach(member -> members.add(user(member.user())));
        var channels = node.putArray("channels");
        for (var channel : world.channels(guild)) {
            channels.add(channel(channel));
            world.threads(channel).forEach(thread -> channels.add(channel(thread)));
        }
        return node;
    }

    /** Everything a page needs to begin with. */
    public ObjectNode world() {
        synchronized (world) {
            var node = Json.object();
            var guilds = node.putArray("guilds");
            world.guilds().forEach(guild -> guilds.add(guild(guild)));
            var users = node.putArray("users");
            world.users().forEach(user -> users.add(user(user)));
            var dms = node.putArray("dms");
            world.channels().stream()
                    .filter(c -> c.kind() == Channel.Kind.DM)
                    .forEach(dm -> dms.add(channel(dm)));
            return node;
        }
    }
}
