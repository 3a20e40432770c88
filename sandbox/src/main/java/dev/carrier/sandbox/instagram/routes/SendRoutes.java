package dev.carrier.sandbox.instagram.routes;

import dev.carrier.sandbox.instagram.graph.Call;
import dev.carrier.sandbox.instagram.graph.Graph;
import dev.carrier.sandbox.instagram.publish.SentFiles;
import dev.carrier.sandbox.instagram.world.Account;
import dev.carrier.sandbox.instagram.world.Attached;
import dev.carrier.sandbox.instagram.world.Dm;
import dev.carrier.sandbox.instagram.world.Inbox;
import dev.carrier.sandbox.instagram.world.Rejected;
import dev.carrier.sandbox.instagram.world.Sending;
import dev.carrier.sandbox.instagram.world.Words;
import dev.carrier.sandbox.instagram.world.World;
import dev.carrier.sandbox.json.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Sending direct messages, reacting, and showing that one types.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/messaging-api">Messaging
 *     API</a>
 */
public final class SendRoutes {
    private static final Set<String> FILES = Set.of("image", "video", "audio", "file");

    private final World world;
    private final Inbox inbox;
    private final Sending sending;
    private final SentFiles sent;

    /** Sends in {@code world}. */
    public SendRoutes(World world, Inbox inbox, Sending sending, SentFiles sent) {
        this.world = world;
        this.inbox = inbox;
        this.sending = sending;
        this.sent = sent;
    }

    /** Adds its route. */
    public void register(Graph graph, Found found) {
        graph.route("POST", found::account, "messages", this::send);
    }

    private JsonNode send(Call call, Account from) {
        var recipient = object(call, "recipient");
        var to = Json.text(recipient, "id");
        var comment = Json.text(recipient, "comment_id");
        if (to.isEmpty() == comment.isEmpty()) {
            throw Rejected.parameter("The parameter recipient is required.");
        }
        call.asked("tag").ifPresent(SendRoutes::refuse);
        var action = call.asked("sender_action");
        if (action.isPresent()) {
            act(call, from, to.orElse(""), action.get());
            return Json.object().put("recipient_id", to.orElse(""));
        }
        var words = words(call, from);
        var sent =
                to.isPresent()
                        ? sending.send(from, to.get(), words)
                        : sending.privately(from, comment.orElseThrow(), words);
        return Json.object()
                .put("recipient_id", sent.thread().person().id())
                .put("message_id", sent.mid());
    }

    /** HUMAN_AGENT needs App Review and is for humans, the others are no more. */
    private static void refuse(String tag) {
        throw Rejected.parameter(
                tag.equals("HUMAN_AGENT")
                        ? "The app is not approved to use the tag HUMAN_AGENT."
                        : "Param tag must be one of {HUMAN_AGENT} - got \"" + tag + "\".");
    }

    private void act(Call call, Account from, String to, String action) {
        var thread = sending.open(from, to);
        switch (action) {
            case "typing_on" -> inbox.typing(thread, true);
            case "typing_off" -> inbox.typing(thread, false);
            case "mark_seen" -> inbox.seen(thread);
            case "react", "unreact" -> react(call, from, action.equals("react"));
            default ->
                    throw Rejected.parameter(
                            "Param sender_action must be one of {react, unreact, typing_on, typing_off,"
                                    + " mark_seen} - got \""
                                    + action
                                    + "\".");
        }
    }

    private void react(Call call, Account from, boolean on) {
        var payload = object(call, "payload");
        var mid = Json.text(payload, "message_id", "");
        var message =
                inbox.message(mid)
                        .filter(it -> it.thread().account().equals(from) && !it.deleted())
                        .orElseThrow(() -> Rejected.unknown("post", mid));
        Optional<String> emoji =
                on ? Optional.of(emoji(Json.text(payload, "reaction", ""))) : Optional.empty();
        inbox.react(message, from.author(), emoji);
    }

    private static String emoji(String reaction) {
        if (reaction.isBlank()) {
            throw Rejected.parameter("The parameter payload[reaction] is required.");
        }
        return reaction.equals("love") ? "❤" : reaction;
    }

    private Words words(Call call, Account from) {
        var message = object(call, "message");
        var files = new ArrayList<Attached>();
        if (message.path("attachment").isObject()) {
            files.add(file(message.path("attachment"), from, call.base()));
        }
        Json.list(message, "attachments").forEach(it -> files.add(file(it, from, call.base())));
        var text = Json.text(message, "text", "");
        if (!text.isEmpty() && !files.isEmpty()) {
            throw Rejected.parameter("Text and attachments cannot be sent in one message.");
        }
        var replyTo =
                Json.text(call.parameters().path("reply_to"), "mid")
                        .or(() -> Json.text(message.path("reply_to"), "mid"));
        replyTo.ifPresent(mid -> known(mid, from));
        return Words.of(text).files(List.copyOf(files)).replyTo(replyTo);
    }

    private void known(String mid, Account from) {
        Optional<Dm> found = inbox.message(mid).filter(it -> it.thread().account().equals(from));
        if (found.isEmpty()) {
            throw Rejected.unknown("post", mid);
        }
    }

    private Attached file(JsonNode attachment, Account from, String base) {
        var type = Json.text(attachment, "type", "");
        var payload = attachment.path("payload");
        if (type.equals("like_heart")) {
            return new Attached(type, "");
        }
        if (type.equals("MEDIA_SHARE")) {
            var id = Json.text(payload, "id", "");
            return world.media(id)
                    .filter(it -> it.owner().id().equals(from.id()))
                    .map(it -> new Attached("ig_post", it.permalink()))
                    .orElseThrow(() -> Rejected.unknown("post", id));
        }
        var url = Json.text(payload, "url", "");
        if (!FILES.contains(type) || !url.matches("https?://\\p{ASCII}+")) {
            throw Rejected.parameter(
                    "Param message[attachment] must be image, video, audio, file, like_heart or"
                            + " MEDIA_SHARE with a payload.");
        }
        return new Attached(type, sent.fetch(from, type, URI.create(url), base));
    }

    /** An object; in a form it is written as JSON. */
    private static JsonNode object(Call call, String name) {
        var value = call.parameters().path(name);
        return value.isString() ? Json.objectOf(value.asString()) : value;
    }
}
