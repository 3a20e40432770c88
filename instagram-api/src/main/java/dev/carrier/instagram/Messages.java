package dev.carrier.instagram;

import dev.carrier.contracts.Json;
import dev.carrier.instagram.pace.Lane;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An account's direct messages. People are named by the ids that the account knows them by. The tag
 * HUMAN_AGENT, which would reach people after the 24 hours, is for humans and is never set.
 * Thread-safe; blocks.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/messaging-api">Send
 *     API</a>
 */
public final class Messages {
    private static final String OF_A_MESSAGE =
            "id,created_time,from,to,message,attachments,story,is_unsupported";
    private static final String PATH = "me/messages";

    private final GraphClient client;

    /** What can be attached. */
    public enum Attached {
        /** PNG, JPEG, GIF; 8 MB. */
        IMAGE(Lane.SEND),
        /** MP4, OGG, AVI, MOV, WEBM; 25 MB. */
        VIDEO(Lane.SEND_MEDIA),
        /** AAC, M4A, WAV, MP4; 25 MB. */
        AUDIO(Lane.SEND_MEDIA),
        /** PDF; 25 MB. */
        FILE(Lane.SEND);

        private final Lane lane;

        Attached(Lane lane) {
            this.lane = lane;
        }
    }

    /** What can be shown to a person besides messages. */
    public enum Sign {
        /** The account types. */
        TYPING_ON,
        /** It does not any more. */
        TYPING_OFF,
        /** It has read what was written. */
        MARK_SEEN
    }

    Messages(GraphClient client) {
        this.client = client;
    }

    /** Sends a text of at most 1000 bytes of UTF-8. */
    public SentMessage text(String person, String text) {
        return send(Lane.SEND, to("id", person), message -> message.put("text", text));
    }

    /** Sends a file that Instagram fetches. */
    public SentMessage file(String person, Attached type, String url) {
        return send(
                type.lane,
                to("id", person),
                message ->
                        message.putObject("attachment")
                                .put("type", type.name().toLowerCase(Locale.ROOT))
                                .putObject("payload")
                                .put("url", url));
    }

    /** Answers a comment by a message: once for each, within 7 days. */
    public SentMessage privately(String comment, String text) {
        return send(
                Lane.PRIVATE_REPLY,
                to("comment_id", comment),
                message -> message.put("text", text));
    }

    /** Sets a reaction on a message; setting it twice is setting it once. */
    public void react(String person, String message, String reaction) {
        ObjectNode body = to("id", person).put("sender_action", "react");
        body.putObject("payload").put("message_id", message).put("reaction", reaction);
        client.postJson(Lane.SEND, PATH, body);
    }

    /** Takes the reaction back. */
    public void unreact(String person, String message) {
        ObjectNode body = to("id", person).put("sender_action", "unreact");
        body.putObject("payload").put("message_id", message);
        client.postJson(Lane.SEND, PATH, body);
    }

    /** Shows a sign. Instagram's own pages do not promise that it is taken. */
    public void show(String person, Sign sign) {
        client.postJson(
                Lane.SEND,
                PATH,
                to("id", person).put("sender_action", sign.name().toLowerCase(Locale.ROOT)));
    }

    /** The conversations, the newest first. */
    public Page<Conversation> conversations(Optional<String> after) {
        Map<String, String> query = asked("id,updated_time,participants");
        after.ifPresent(cursor -> query.put("after", cursor));
        return Reading.page(
                client.get(Lane.CONVERSATIONS, "me/conversations", query), Reading::conversation);
    }

    /** The conversation with a person; empty when there is none that Instagram shows. */
    public Optional<Conversation> conversation(String person) {
        Map<String, String> query = asked("id,updated_time,participants");
        query.put("user_id", person);
        return Reading.page(
                        client.get(Lane.CONVERSATIONS, "me/conversations", query),
                        Reading::conversation)
                .items()
                .stream()
                .findFirst();
    }

    /** The newest messages of a conversation, newest first: Instagram lets 20 be read. */
    public List<DirectMessage> newest(String conversation) {
        JsonNode answer =
                client.get(
                        Lane.CONVERSATIONS,
                        GraphClient.path(conversation),
                        Map.of("fields", "messages{" + OF_A_MESSAGE + "}"));
        return Reading.list(answer.path("messages"), Reading::message);
    }

    /** One message. */
    public DirectMessage one(String message) {
        return Reading.message(
                client.get(
                        Lane.CONVERSATIONS,
                        GraphClient.path(message),
                        Map.of("fields", OF_A_MESSAGE)));
    }

    private interface Content {
        void into(ObjectNode message);
    }

    private SentMessage send(Lane lane, ObjectNode body, Content content) {
        content.into(body.putObject("message"));
        JsonNode answer = client.postJson(lane, PATH, body);
        return new SentMessage(
                Reading.id(answer, "message_id"), Reading.text(answer, "recipient_id"));
    }

    private static ObjectNode to(String by, String id) {
        ObjectNode body = Json.mapper().createObjectNode();
        body.putObject("recipient").put(by, id);
        return body;
    }

    private static Map<String, String> asked(String fields) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("platform", "instagram");
        query.put("fields", fields);
        return query;
    }
}
