package dev.carrier.sandbox.discord.rest;

import dev.carrier.sandbox.discord.payload.MessagePayload;
import dev.carrier.sandbox.discord.world.Interaction;
import dev.carrier.sandbox.discord.world.Interactions;
import dev.carrier.sandbox.discord.world.Message;
import dev.carrier.sandbox.discord.world.Rejected;
import dev.carrier.sandbox.discord.world.Talk;
import dev.carrier.sandbox.json.Json;
import dev.carrier.sandbox.orders.Answer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Answers to those who used a command. Who knows the token in the path may answer: no bot's token
 * is asked for, and the limits of bots do not count.
 *
 * @see <a
 *     href="https://docs.discord.com/developers/interactions/receiving-and-responding#endpoints">Endpoints</a>
 */
public final class InteractionRoutes {
    private static final int MESSAGE = 4;
    private static final int DEFERRED = 5;
    private static final long EPHEMERAL = 1 << 6;

    private final Interactions interactions;
    private final Talk talk;
    private final MessagePayload payload;

    /** Messages as {@code payload} writes them. */
    public InteractionRoutes(Interactions interactions, Talk talk, MessagePayload payload) {
        this.interactions = interactions;
        this.talk = talk;
        this.payload = payload;
    }

    /** Adds its routes. */
    public void register(Rest rest, RoutesConfig routes) {
        var webhook = "/webhooks/{application}/{token}";
        var one = webhook + "/messages/{message}";
        rest.addressed(
                routes,
                HandlerType.POST,
                "/interactions/{interaction}/{token}/callback",
                this::callback);
        rest.addressed(routes, HandlerType.POST, webhook, this::followUp);
        rest.addressed(routes, HandlerType.GET, one, this::get);
        rest.addressed(routes, HandlerType.PATCH, one, this::edit);
        rest.addressed(routes, HandlerType.DELETE, one, this::delete);
    }

    private Answer callback(Addressed call) {
        var data = call.body().path("data");
        var ephemeral = (Json.number(data, "flags").orElse(0) & EPHEMERAL) != 0;
        var type = (int) Json.number(call.body(), "type").orElse(0);
        Optional<String> content =
                switch (type) {
                    case MESSAGE -> Optional.of(said(data));
                    case DEFERRED -> Optional.empty();
                    default ->
                            throw Rejected.form(
                                    "type", "BASE_TYPE_CHOICES", "Value must be one of {4, 5}.");
                };
        interactions.acknowledge(call.id("interaction"), call.text("token"), ephemeral, content);
        if (!call.query().getOrDefault("with_response", "").equals("true")) {
            return Answer.none();
        }
        var used = interactions.find(call.id("interaction")).orElseThrow();
        var answer = Json.object();
        answer.putObject("interaction").put("id", Long.toString(used.id())).put("type", 2);
        answer.putObject("resource")
                .put("type", type)
                .set("message", shown(used, used.original().orElseThrow()));
        return Answer.json(200, answer);
    }

    private Answer followUp(Addressed call) {
        var used = used(call);
        var flags = Json.number(call.body(), "flags").orElse(0);
        var text = said(call.body());
        if ((flags & EPHEMERAL) != 0) {
            var whisper = interactions.whisper(used, text);
            return Answer.json(200, payload.whispered(used, whisper));
        }
        var message = talk.answer(used.channel(), used.bot().user(), text);
        return Answer.json(200, payload.of(message, used.bot().id(), true));
    }

    private Answer get(Addressed call) {
        var used = used(call);
        return Answer.json(200, shown(used, message(call, used)));
    }

    private Answer edit(Addressed call) {
        var used = used(call);
        var id = message(call, used);
        var text = said(call.body());
        if (used.whisper(id).isPresent()) {
            var changed = interactions.whisper(used, id, text);
            return Answer.json(200, payload.whispered(used, changed));
        }
        var message = inChannel(used, id);
        var edited = talk.edit(message, text, MessageForm.allowed(call.body()), message.embeds());
        interactions.answered(used.id());
        return Answer.json(200, payload.of(edited, used.bot().id(), true));
    }

    private Answer delete(Addressed call) {
        var used = used(call);
        var message = inChannel(used, message(call, used));
        talk.delete(used.channel(), List.of(message.id()), false);
        interactions.withdrawn(used.id());
        return Answer.none();
    }

    private Interaction used(Addressed call) {
        return interactions.at(call.id("application"), call.text("token"));
    }

    private static long message(Addressed call, Interaction used) {
        return call.text("message").equals("@original")
                ? used.original().orElseThrow(Rejected::unknownMessage)
                : call.id("message");
    }

    private Message inChannel(Interaction used, long id) {
        return talk.find(used.channel().id(), id)
                .filter(message -> message.author().id() == used.bot().id())
                .orElseThrow(Rejected::unknownMessage);
    }

    private JsonNode shown(Interaction used, long id) {
        return used.whisper(id)
                .map(whisper -> payload.whispered(used, whisper))
                .orElseGet(() -> payload.of(inChannel(used, id), used.bot().id(), true));
    }

    private static String said(JsonNode body) {
        var text = MessageForm.content(body);
        if (text.isBlank()) {
            throw Rejected.with(400, 50006, "Cannot send an empty message");
        }
        return text;
    }
}
