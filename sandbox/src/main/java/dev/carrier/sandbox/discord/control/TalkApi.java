package dev.carrier.sandbox.discord.control;

import dev.carrier.sandbox.discord.world.AllowedMentions;
import dev.carrier.sandbox.discord.world.Attachment;
import dev.carrier.sandbox.discord.world.Channel;
import dev.carrier.sandbox.discord.world.Draft;
import dev.carrier.sandbox.discord.world.Message;
import dev.carrier.sandbox.discord.world.Rejected;
import dev.carrier.sandbox.discord.world.Talk;
import dev.carrier.sandbox.discord.world.User;
import dev.carrier.sandbox.discord.world.World;
import dev.carrier.sandbox.json.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * {@code /sandbox/discord/channels/…}: what people write, edit, delete and react with; and all that
 * was written.
 */
public final class TalkApi {
    private final World world;
    private final Talk talk;
    private final Views views;

    /** The control API of {@code talk}. */
    public TalkApi(World world, Talk talk, Views views) {
        this.world = world;
        this.talk = talk;
        this.views = views;
    }

    /** Adds its routes. */
    public void register(RoutesConfig routes) {
        var messages = "/channels/{channel}/messages";
        var one = messages + "/{message}";
        Control.route(
                routes,
                HandlerType.GET,
                messages,
                form -> views.messages(talk.all(channel(form).id())));
        Control.route(routes, HandlerType.POST, messages, this::write);
        Control.route(routes, HandlerType.POST, messages + "/bulk-delete", this::deleteMany);
        Control.route(routes, HandlerType.PATCH, one, this::edit);
        Control.route(routes, HandlerType.DELETE, one, this::delete);
        Control.route(routes, HandlerType.POST, one + "/reactions", form -> react(form, true));
        Control.route(routes, HandlerType.DELETE, one + "/reactions", form -> react(form, false));
        Control.route(routes, HandlerType.POST, "/channels/{channel}/typing", this::type);
        Control.route(routes, HandlerType.DELETE, "/nonces", _ -> forgetNonces());
    }

    private JsonNode write(Form form) {
        var channel = channel(form);
        var system = form.maybe("system");
        if (system.isPresent()) {
            return views.message(system(form, channel, system.get()));
        }
        var webhook = form.flag("webhook", false);
        var author =
                webhook
                        ? new User(
                                world.newId(),
                                form.maybe("name").orElse("Webhook"),
                                User.Kind.WEBHOOK)
                        : user(form.id("author"));
        var files = Json.list(form.body(), "attachments").stream().map(this::file).toList();
        var allowed =
                new AllowedMentions(true, true, true, Set.of(), Set.of(), form.flag("ping", true));
        var posted =
                talk.post(
                        new Draft(
                                author,
                                channel.id(),
                                MentionText.of(form.maybe("content").orElse(""), within(channel)),
                                form.maybeId("replyTo"),
                                Optional.empty(),
                                false,
                                allowed,
                                files,
                                Json.list(form.body(), "embeds"),
                                ExtrasForm.extras(form, world, talk)));
        return views.message(posted.message());
    }

    private Message system(Form form, Channel channel, String type) {
        var about = form.maybeId("about");
        return talk.system(
                channel,
                user(form.id("author")),
                ExtrasForm.systemType(type),
                about.isPresent() ? talk.find(channel.id(), about.getAsLong()) : Optional.empty(),
                Json.list(form.body(), "embeds"));
    }

    /** Whom a client offers when someone types {@code @}. */
    private List<User> within(Channel channel) {
        return channel.kind() == Channel.Kind.DM
                ? channel.recipients().stream().flatMap(id -> world.user(id).stream()).toList()
                : world.guildOf(channel).stream()
                        .flatMap(guild -> guild.members().stream())
                        .map(member -> member.user())
                        .toList();
    }

    private Attachment file(JsonNode node) {
        var text = Json.text(node, "content", "").getBytes(StandardCharsets.UTF_8);
        var bytes = Json.text(node, "base64").map(Base64.getDecoder()::decode).orElse(text);
        var type = Json.text(node, "contentType", "application/octet-stream");
        var seconds = node.path("seconds");
        return new Attachment(
                world.newId(),
                Json.text(node, "name", "file"),
                type,
                bytes,
                Json.text(node, "description"),
                seconds.isNumber()
                        ? OptionalDouble.of(seconds.asDouble())
                        : OptionalDouble.empty());
    }

    private JsonNode edit(Form form) {
        var message = message(form);
        if (!form.body().has("content") && form.body().has("embeds")) {
            return views.message(talk.preview(message, Json.list(form.body(), "embeds")));
        }
        var content = MentionText.of(form.text("content"), within(channel(form)));
        return views.message(talk.edit(message, content, AllowedMentions.all(), message.embeds()));
    }

    private JsonNode delete(Form form) {
        var message = message(form);
        talk.delete(channel(form), List.of(message.id()), false);
        return views.message(message);
    }

    private JsonNode deleteMany(Form form) {
        talk.delete(channel(form), form.ids("messages"), true);
        return Json.object();
    }

    private JsonNode react(Form form, boolean put) {
        var message = message(form);
        if (put) {
            talk.react(message, user(form.id("user")), form.text("emoji"));
        } else {
            talk.unreact(message, user(form.id("user")), form.text("emoji"));
        }
        return views.message(message(form));
    }

    private JsonNode type(Form form) {
        talk.type(channel(form), user(form.id("user")));
        return Json.object();
    }

    private JsonNode forgetNonces() {
        talk.forgetNonces();
        return Json.object();
    }

    private Channel channel(Form form) {
        return world.channel(form.path("channel")).orElseThrow(Rejected::unknownChannel);
    }

    private Message message(Form form) {
        return talk.find(form.path("channel"), form.path("message"))
                .orElseThrow(Rejected::unknownMessage);
    }

    private User user(long id) {
        return world.user(id).orElseThrow(() -> Rejected.with(404, 10013, "Unknown User"));
    }
}
