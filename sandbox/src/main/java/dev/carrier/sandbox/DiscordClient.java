package dev.carrier.sandbox;

import dev.carrier.sandbox.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The control API of the sandbox's Discord. Ids are snowflakes as text. Calls block; refusals
 * throw.
 */
public final class DiscordClient {
    private static final String BASE = "sandbox/discord/";

    private final SandboxClient client;

    DiscordClient(SandboxClient client) {
        this.client = client;
    }

    /** A bot. {@code id} is its user's and its application's. */
    public record NewBot(String id, String name, String token) {}

    /** A guild; {@code general} is its first channel. */
    public record NewGuild(String id, String name, String owner, String general) {}

    /** A new bot with all privileged intents; it gets a token. */
    public NewBot bot(String name) {
        return bot(name, Optional.empty(), Optional.empty(), true);
    }

    /** A new bot; {@code owner} is the person who owns its application. */
    public NewBot bot(
            String name, Optional<String> token, Optional<String> owner, boolean privileged) {
        var form = Json.object().put("name", name).put("privileged", privileged);
        token.ifPresent(value -> form.put("token", value));
        owner.ifPresent(value -> form.put("owner", value));
        var made = client.post(BASE + "bots", form);
        return new NewBot(id(made), name, Json.text(made, "token", ""));
    }

    /**
     * Has a bot with nobody behind it answer what others write, with a mention of its author:
     * {@code everything}, {@code pings} (by replies, too) or {@code nothing}.
     */
    public void echoes(String bot, String what) {
        client.send("PUT", BASE + "bots/" + bot + "/echo", Json.object().put("answers", what));
    }

    /** A new person; gives their id. */
    public String person(String name) {
        return id(client.post(BASE + "people", Json.object().put("name", name)));
    }

    /** Whether a person takes DMs from bots. */
    public void takesDms(String person, boolean open) {
        client.send("PATCH", BASE + "people/" + person, Json.object().put("dms", open));
    }

    /** A new guild with a text channel {@code general}. */
    public NewGuild guild(String name, String owner, String... members) {
        var form = Json.object().put("name", name).put("owner", owner);
        var list = form.putArray("members");
        List.of(members).forEach(list::add);
        var made = client.post(BASE + "guilds", form);
        return new NewGuild(id(made), name, owner, Json.text(made, "general", ""));
    }

    /** Discord has an outage that concerns a guild, or has it no more. */
    public void outage(String guild, boolean begins) {
        client.send("PATCH", BASE + "guilds/" + guild, Json.object().put("available", !begins));
    }

    /** Discord recommends so many shards, of which so many may identify at once. */
    public void recommendsShards(int shards, int maxConcurrency) {
        client.send(
                "PATCH",
                BASE + "gateway",
                Json.object().put("shards", shards).put("maxConcurrency", maxConcurrency));
    }

    /** Of each bot's session starts so many are left, until all are there again. */
    public void leavesStarts(int remaining, Duration resetAfter) {
        client.send(
                "PATCH",
                BASE + "gateway",
                Json.object().put("remaining", remaining).put("resetAfter", resetAfter.toMillis()));
    }

    /** A session may carry so many guilds; Discord's own number is 2500. */
    public void guildsPerShard(int most) {
        client.send("PATCH", BASE + "gateway", Json.object().put("guildsPerShard", most));
    }

    /** Someone joins a guild. */
    public void joins(String user, String guild) {
        client.post(BASE + "guilds/" + guild + "/members", Json.object().put("user", user));
    }

    /** Someone joins a guild with a role of these permission bits. */
    public void joins(String user, String guild, long permissions) {
        client.post(
                BASE + "guilds/" + guild + "/members",
                Json.object().put("user", user).put("permissions", permissions));
    }

    /** A new role of a guild; gives its id. */
    public String role(String guild, String name) {
        return id(
                client.post(BASE + "guilds/" + guild + "/roles", Json.object().put("name", name)));
    }

    /** A member gets a role, or has it no more. */
    public void has(String user, String guild, String role, boolean has) {
        client.send(
                has ? "PUT" : "DELETE",
                BASE + "guilds/" + guild + "/members/" + user + "/roles/" + role,
                Json.object());
    }

    /** A moderator times a member out for so long; zero ends it. */
    public void timesOut(String user, String guild, Duration time) {
        client.send(
                "PATCH",
                BASE + "guilds/" + guild + "/members/" + user,
                Json.object().put("timeout", time.toSeconds()));
    }

    /** Someone leaves a guild. */
    public void leaves(String user, String guild) {
        client.send("DELETE", BASE + "guilds/" + guild + "/members/" + user, Json.object());
    }

    /** A new text channel; gives its id. */
    public String channel(String guild, String name) {
        return id(
                client.post(
                        BASE + "guilds/" + guild + "/channels", Json.object().put("name", name)));
    }

    /** A new thread that {@code owner} begins; gives its id. */
    public String thread(String channel, String name, String owner) {
        var form = Json.object().put("name", name).put("owner", owner);
        return id(client.post(BASE + "channels/" + channel + "/threads", form));
    }

    /** A new thread that {@code owner} begins from a message, whose id it has. */
    public String thread(SeenMessage from, String name, String owner) {
        var form = Json.object().put("name", name).put("owner", owner).put("message", from.id());
        return id(client.post(BASE + "channels/" + from.channel() + "/threads", form));
    }

    /** Archives a thread, locked or not, or brings it back. */
    public void archive(String thread, boolean archived, boolean locked) {
        client.send(
                "PATCH",
                BASE + "channels/" + thread,
                Json.object().put("archived", archived).put("locked", locked));
    }

    /** Permission bits of a channel for a role or member. */
    public void permissions(String channel, String target, long allow, long deny) {
        var form = Json.object().put("allow", allow).put("deny", deny);
        client.send("PUT", BASE + "channels/" + channel + "/permissions/" + target, form);
    }

    /** Deletes a channel or thread. */
    public void deleteChannel(String channel) {
        client.send("DELETE", BASE + "channels/" + channel, Json.object());
    }

    /** Discord's clock is that much behind from now on; never more than it was before. */
    public void behind(Duration lag) {
        client.send("PUT", BASE + "clock", Json.object().put("behind", lag.toSeconds()));
    }

    /** Discord remembers nonces for minutes; now those of all messages so far are forgotten. */
    public void forgetsNonces() {
        client.send("DELETE", BASE + "nonces", Json.object());
    }

    /** The DM channel of a person and a bot. */
    public String dm(String person, String bot) {
        return Json.text(
                client.post(BASE + "dms", Json.object().put("person", person).put("bot", bot)),
                "channel",
                "");
    }

    /** Someone writes; {@code @Name} becomes a mention. */
    public SeenMessage says(String author, String channel, String content) {
        return write(channel, Json.object().put("author", author).put("content", content));
    }

    /** Someone replies, with a ping. */
    public SeenMessage replies(String author, String channel, String to, String content) {
        return write(
                channel,
                Json.object().put("author", author).put("content", content).put("replyTo", to));
    }

    /** Someone writes with a file of text. */
    public SeenMessage uploads(
            String author, String channel, String content, String name, String file) {
        return uploads(
                author,
                channel,
                content,
                name,
                "text/plain",
                file.getBytes(StandardCharsets.UTF_8));
    }

    /** Someone writes with a file. */
    public SeenMessage uploads(
            String author,
            String channel,
            String content,
            String name,
            String contentType,
            byte[] file) {
        var form = Json.object().put("author", author).put("content", content);
        form.putArray("attachments")
                .addObject()
                .put("name", name)
                .put("contentType", contentType)
                .put("base64", Base64.getEncoder().encodeToString(file));
        return write(channel, form);
    }

    /** A webhook writes. */
    public SeenMessage webhookSays(String channel, String name, String content) {
        return write(
                channel,
                Json.object().put("webhook", true).put("name", name).put("content", content));
    }

    /**
     * Someone writes anything that {@code docs/sandbox.md} knows: stickers, embeds, a poll, a voice
     * message, a message passed on, one of Discord's own. {@code form} is the request's JSON.
     */
    public SeenMessage writes(String channel, String form) {
        return write(channel, Json.objectOf(form));
    }

    private SeenMessage write(String channel, ObjectNode form) {
        return SeenMessage.of(client.post(BASE + "channels/" + channel + "/messages", form));
    }

    /** Edits what anyone wrote. */
    public SeenMessage edits(SeenMessage message, String content) {
        return SeenMessage.of(
                client.send("PATCH", at(message), Json.object().put("content", content)));
    }

    /** Discord adds a preview to what anyone wrote; {@code embed} is its JSON. */
    public SeenMessage previews(SeenMessage message, String embed) {
        var form = Json.object();
        form.putArray("embeds").add(Json.objectOf(embed));
        return SeenMessage.of(client.send("PATCH", at(message), form));
    }

    /** Deletes what anyone wrote. */
    public void deletes(SeenMessage message) {
        client.send("DELETE", at(message), Json.object());
    }

    /** Deletes messages of one channel at once. */
    public void deletes(String channel, List<SeenMessage> messages) {
        var form = Json.object();
        var ids = form.putArray("messages");
        messages.forEach(message -> ids.add(message.id()));
        client.post(BASE + "channels/" + channel + "/messages/bulk-delete", form);
    }

    /** Someone puts a reaction on a message. */
    public void reacts(String user, SeenMessage message, String emoji) {
        client.post(
                at(message) + "/reactions", Json.object().put("user", user).put("emoji", emoji));
    }

    /** Someone takes a reaction off a message. */
    public void unreacts(String user, SeenMessage message, String emoji) {
        client.send(
                "DELETE",
                at(message) + "/reactions",
                Json.object().put("user", user).put("emoji", emoji));
    }

    /** Someone types. */
    public void types(String user, String channel) {
        client.post(BASE + "channels/" + channel + "/typing", Json.object().put("user", user));
    }

    /** Someone uses a bot's command in a channel or DM, with its options by name. */
    public SeenCommand uses(
            String user, String channel, String bot, String command, Map<String, String> options) {
        var form = Json.object().put("user", user).put("bot", bot).put("command", command);
        var given = form.putObject("options");
        options.forEach(given::put);
        return SeenCommand.of(client.post(BASE + "channels/" + channel + "/commands", form));
    }

    /** What has become of the use of a command. */
    public SeenCommand command(String interaction) {
        return SeenCommand.of(client.get(BASE + "interactions/" + interaction));
    }

    /** The token of an interaction holds no longer, as if 15 minutes had passed. */
    public void expires(SeenCommand used) {
        client.send("DELETE", BASE + "interactions/" + used.id(), Json.object());
    }

    /** The names of the commands that a bot has registered. */
    public List<String> commands(String bot) {
        return client.get(BASE + "bots/" + bot + "/commands")
                .valueStream()
                .map(one -> Json.text(one, "name", ""))
                .toList();
    }

    /** Everything in a channel, oldest first. */
    public List<SeenMessage> messages(String channel) {
        var found = client.get(BASE + "channels/" + channel + "/messages");
        return found.valueStream().map(SeenMessage::of).toList();
    }

    /** Guilds, users, DMs. */
    public JsonNode world() {
        return client.get(BASE + "world");
    }

    /** One counter, such as {@code ("identifies", "Ada")}; 0 if nothing was counted. */
    public long counted(String what, String by) {
        return Json.number(client.get(BASE + "stats").path(what), by).orElse(0);
    }

    /** All counters. */
    public JsonNode stats() {
        return client.get(BASE + "stats");
    }

    private static String at(SeenMessage message) {
        return BASE + "channels/" + message.channel() + "/messages/" + message.id();
    }

    private static String id(JsonNode node) {
        return Json.text(node, "id", "");
    }
}
