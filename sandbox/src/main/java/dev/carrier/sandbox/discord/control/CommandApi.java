package dev.carrier.sandbox.discord.control;

import dev.carrier.sandbox.discord.world.Channel;
import dev.carrier.sandbox.discord.world.Interaction;
import dev.carrier.sandbox.discord.world.Interactions;
import dev.carrier.sandbox.discord.world.Rejected;
import dev.carrier.sandbox.discord.world.Talk;
import dev.carrier.sandbox.discord.world.World;
import dev.carrier.sandbox.json.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import java.util.HashMap;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /sandbox/discord/…/commands}: people use commands and see their answers. */
public final class CommandApi {
    private final World world;
    private final Talk talk;
    private final Interactions interactions;

    /** The control API of {@code interactions}. */
    public CommandApi(World world, Talk talk, Interactions interactions) {
        this.world = world;
        this.talk = talk;
        this.interactions = interactions;
    }

    /** Adds its routes. */
    public void register(RoutesConfig routes) {
        Control.route(routes, HandlerType.GET, "/bots/{bot}/commands", this::registered);
        Control.route(routes, HandlerType.POST, "/channels/{channel}/commands", this::use);
        Control.route(
                routes, HandlerType.GET, "/interactions/{interaction}", form -> view(used(form)));
        Control.route(routes, HandlerType.DELETE, "/interactions/{interaction}", this::expire);
    }

    private JsonNode registered(Form form) {
        var list = Json.array();
        interactions.commands(form.path("bot")).forEach(one -> list.add(one.definition()));
        return list;
    }

    private JsonNode use(Form form) {
        Channel channel = world.channel(form.path("channel")).orElseThrow(Rejected::unknownChannel);
        var options = new HashMap<String, String>();
        form.body()
                .path("options")
                .propertyStream()
                .forEach(option -> options.put(option.getKey(), option.getValue().asString("")));
        var bot =
                world.bot(form.id("bot"))
                        .orElseThrow(() -> Rejected.with(404, 10002, "Unknown Application"));
        var user =
                world.user(form.id("user"))
                        .orElseThrow(() -> Rejected.with(404, 10013, "Unknown User"));
        return view(interactions.use(bot, channel, user, form.text("command"), options));
    }

    private JsonNode expire(Form form) {
        interactions.expire(used(form).id());
        return view(used(form));
    }

    private Interaction used(Form form) {
        return interactions
                .find(form.path("interaction"))
                .orElseThrow(() -> Rejected.with(404, 10062, "Unknown interaction"));
    }

    /** The use with everything, the token included, so that a test can look for it. */
    private ObjectNode view(Interaction used) {
        var node = Json.object();
        node.put("id", Long.toString(used.id())).put("token", used.token());
        node.put("state", used.state().name().toLowerCase(Locale.ROOT));
        node.put("ephemeral", used.ephemeral()).put("edits", used.edits());
        var replies = node.putArray("replies");
        used.original()
                .ifPresent(id ->
                        talk.find(used.channel().id(), id)
                                .ifPresent(message ->
                                        reply(replies.addObject(), message.id(), false)
                                                .put("content", message.content())));
        used.whispers()
                .forEach(whisper ->
                        reply(replies.addObject(), whisper.id(), true)
                                .put("content", whisper.content()));
        return node;
    }

    private static ObjectNode reply(ObjectNode node, long id, boolean ephemeral) {
        return node.put("id", Long.toString(id)).put("ephemeral", ephemeral);
    }
}
