package dev.carrier.sandbox.instagram;

import dev.carrier.sandbox.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** The Graph API with nothing between but HTTP. */
final class Graph {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final String token;

    /** The API at {@code base}, v26.0, with a token in its header. */
    Graph(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    record Answer(int status, JsonNode body, HttpResponse<String> raw) {
        /** Code and subcode, such as 10/2534022; 0 if it is no error. */
        String error() {
            var error = body.path("error");
            var subcode =
                    error.has("error_subcode") ? "/" + error.path("error_subcode").asInt() : "";
            return error.path("code").asInt(0) + subcode;
        }

        String text(String key) {
            return Json.text(body, key, "");
        }

        /** The texts under {@code key} in {@code data}, in order. */
        java.util.List<String> all(String key) {
            return body.path("data").valueStream().map(it -> Json.text(it, key, "")).toList();
        }
    }

    Answer get(String path) {
        return send("GET", "v26.0/" + path, "");
    }

    Answer delete(String path) {
        return send("DELETE", "v26.0/" + path, "");
    }

    /** POST of a form: names and values in turn. */
    Answer post(String path, String... form) {
        var body = new StringBuilder();
        for (var i = 0; i < form.length; i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(form[i])
                    .append('=')
                    .append(URLEncoder.encode(form[i + 1], StandardCharsets.UTF_8));
        }
        return send("POST", "v26.0/" + path, body.toString());
    }

    Answer json(String path, String body) {
        return send("POST", "v26.0/" + path, body);
    }

    Answer says(String person, String text) {
        return json(
                "me/messages",
                "{\"recipient\":{\"id\":\"%s\"},\"message\":{\"text\":\"%s\"}}"
                        .formatted(person, text));
    }

    Answer reacts(String person, String mid, String reaction) {
        return json(
                "me/messages",
                "{\"recipient\":{\"id\":\"%s\"},\"sender_action\":\"react\",\"payload\":{\"message_id\":\"%s\",\"reaction\":\"%s\"}}"
                        .formatted(person, mid, reaction));
    }

    Answer acts(String person, String action) {
        return json(
                "me/messages",
                "{\"recipient\":{\"id\":\"%s\"},\"sender_action\":\"%s\"}"
                        .formatted(person, action));
    }

    Answer saysPrivately(String comment, String text) {
        return json(
                "me/messages",
                "{\"recipient\":{\"comment_id\":\"%s\"},\"message\":{\"text\":\"%s\"}}"
                        .formatted(comment, text));
    }

    Answer send(String method, String path, String body) {
        var request =
                HttpRequest.newBuilder(base.resolve(path.replace("{", "%7B").replace("}", "%7D")))
                        .timeout(Duration.ofSeconds(60))
                        .header(
                                "Content-Type",
                                body.startsWith("{")
                                        ? "application/json"
                                        : "application/x-www-form-urlencoded")
                        .method(method, BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    Json.parse(response.body()).orElseGet(Json::object),
                    response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
