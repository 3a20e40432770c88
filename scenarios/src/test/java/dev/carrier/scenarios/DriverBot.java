package dev.carrier.scenarios;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A bot that plays a person: it writes, edits and reads through Discord's REST API v10, on the real
 * Discord or on one that speaks like it. Waits where Discord asks it to.
 *
 * @see <a href="https://docs.discord.com/developers/resources/message">Messages</a>
 */
final class DriverBot {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ATTEMPTS = 6;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String api;
    private final String token;

    /**
     * @param api such as {@code https://discord.com/api/v10/}, with the slash at its end
     */
    DriverBot(String api, String token) {
        this.api = api;
        this.token = token;
    }

    /** A message as the API gives it; {@code answers} is the id of the message it replies to. */
    record Message(
            String id,
            String author,
            boolean bot,
            String content,
            Optional<String> answers,
            Optional<String> nonce) {
        private static Message of(JsonNode node) {
            return new Message(
                    node.path("id").asString(""),
                    node.path("author").path("id").asString(""),
                    node.path("author").path("bot").asBoolean(false),
                    node.path("content").asString(""),
                    text(node.path("message_reference").path("message_id")),
                    text(node.path("nonce")));
        }
    }

    /** The user that has this token. */
    String id() {
        return send("GET", "users/@me", Optional.empty()).path("id").asString("");
    }

    Message says(String channel, String content) {
        return write(channel, JSON.createObjectNode().put("content", content));
    }

    /** As Discord's own client does it: the author of what is answered is pinged. */
    Message replies(String channel, String to, String content) {
        var form = JSON.createObjectNode().put("content", content);
        form.putObject("message_reference").put("message_id", to);
        return write(channel, form);
    }

    private Message write(String channel, ObjectNode form) {
        return Message.of(send("POST", "channels/" + channel + "/messages", Optional.of(form)));
    }

    void edits(String channel, Message message, String content) {
        send(
                "PATCH",
                "channels/" + channel + "/messages/" + message.id(),
                Optional.of(JSON.createObjectNode().put("content", content)));
    }

    void deletes(String channel, Message message) {
        send("DELETE", "channels/" + channel + "/messages/" + message.id(), Optional.empty());
    }

    /** A thread from a message; gives its id. */
    String thread(String channel, Message from, String name) {
        return send(
                        "POST",
                        "channels/" + channel + "/messages/" + from.id() + "/threads",
                        Optional.of(JSON.createObjectNode().put("name", name)))
                .path("id")
                .asString("");
    }

    /** Up to a hundred messages after this one, oldest first. */
    List<Message> after(String channel, String message) {
        var found =
                send(
                        "GET",
                        "channels/" + channel + "/messages?limit=100&after=" + message,
                        Optional.empty());
        return found.valueStream().map(Message::of).toList().reversed();
    }

    /** The newest message; absent in an empty channel. */
    Optional<Message> newest(String channel) {
        return send("GET", "channels/" + channel + "/messages?limit=1", Optional.empty())
                .valueStream()
                .map(Message::of)
                .findFirst();
    }

    private static Optional<String> text(JsonNode node) {
        return node.isString() ? Optional.of(node.asString()) : Optional.empty();
    }

    private JsonNode send(String method, String path, Optional<ObjectNode> form) {
        var request =
                HttpRequest.newBuilder(URI.create(api + path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Authorization", "Bot " + token)
                        .header("User-Agent", "DiscordBot (https://github.com/, 0.1)")
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                form.map(it -> BodyPublishers.ofString(it.toString(), UTF_8))
                                        .orElse(BodyPublishers.noBody()))
                        .build();
        try {
            for (int attempt = 1; ; attempt++) {
                var answer = http.send(request, BodyHandlers.ofString(UTF_8));
                if (answer.statusCode() < 300) {
                    return answer.body().isEmpty()
                            ? JSON.createObjectNode()
                            : JSON.readTree(answer.body());
                }
                if (answer.statusCode() != 429 || attempt == ATTEMPTS) {
                    throw new IllegalStateException(
                            method + " " + path + ": " + answer.statusCode() + " " + answer.body());
                }
                double wait = JSON.readTree(answer.body()).path("retry_after").asDouble(1);
                Thread.sleep(Duration.ofMillis((long) (wait * 1000) + 100));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
