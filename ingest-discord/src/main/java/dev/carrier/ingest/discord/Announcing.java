package dev.carrier.ingest.discord;

import dev.carrier.contracts.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The first word to who used a command, which Discord awaits within 3 s. Not by JDA's client, which
 * would write the address into its log when something goes wrong. Thread-safe.
 *
 * @see <a
 *     href="https://docs.discord.com/developers/interactions/receiving-and-responding#create-interaction-response">Create
 *     interaction response</a>
 */
final class Announcing {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MESSAGE = 4;
    private static final int DEFERRED = 5;
    private static final int EPHEMERAL = 1 << 6;

    private final HttpClient http;
    private final URI api;

    /**
     * @param http its owner closes it
     * @param api base of Discord's REST API, with a slash at its end
     */
    Announcing(HttpClient http, URI api) {
        this.http = http;
        this.api = api;
    }

    /**
     * What is to be told to whom.
     *
     * @param token never to be shown
     */
    record To(String interaction, String application, String token) {
        @Override
        public String toString() {
            return "To[interaction=" + interaction + "]";
        }
    }

    /** There will be an answer: the user sees the account think. Gives Discord's status. */
    CompletableFuture<Integer> announce(To to, boolean ephemeral) {
        ObjectNode body = Json.mapper().createObjectNode().put("type", DEFERRED);
        body.putObject("data").put("flags", ephemeral ? EPHEMERAL : 0);
        return callback(to, body);
    }

    /** This is the answer, and only who asked sees it. */
    CompletableFuture<Integer> sayAtOnce(To to, String text) {
        ObjectNode body = Json.mapper().createObjectNode().put("type", MESSAGE);
        body.putObject("data").put("flags", EPHEMERAL).put("content", text);
        return callback(to, body);
    }

    /** There will be no answer after all; only who asked sees why. */
    CompletableFuture<Integer> takeBack(To to, boolean ephemeral, String text) {
        String webhook = "webhooks/" + to.application() + "/" + to.token();
        String original = webhook + "/messages/@original";
        ObjectNode body = Json.mapper().createObjectNode().put("content", text);
        if (ephemeral) {
            return send("PATCH", original, body);
        }
        // What is announced to all cannot become what one person sees.
        return send("DELETE", original, Json.mapper().createObjectNode())
                .thenCompose(_ -> send("POST", webhook, body.put("flags", EPHEMERAL)));
    }

    private CompletableFuture<Integer> callback(To to, JsonNode body) {
        return send(
                "POST", "interactions/" + to.interaction() + "/" + to.token() + "/callback", body);
    }

    private CompletableFuture<Integer> send(String method, String path, JsonNode body) {
        HttpRequest request =
                HttpRequest.newBuilder(api.resolve(path))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofByteArray(Json.canonical(body)))
                        .build();
        return http.sendAsync(request, BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode);
    }
}
