package dev.carrier.sandbox.discord;

import dev.carrier.sandbox.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/** Discord's REST API without a client library between, to see what a library would hide. */
final class Http {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final String token;

    Http(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    record Answer(int status, JsonNode body, HttpResponse<String> raw) {
        int code() {
            return (int) Json.number(body, "code").orElse(-1);
        }

        String text(String key) {
            return Json.text(body, key, "");
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    private HttpRequest request(String method, String path, String body) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bot " + token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
    }

    Answer send(String method, String path, String body) throws IOException, InterruptedException {
        return answer(client.send(request(method, path, body), BodyHandlers.ofString()));
    }

    CompletableFuture<Answer> later(String method, String path, String body) {
        return client.sendAsync(request(method, path, body), BodyHandlers.ofString())
                .thenApply(Http::answer);
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    Answer say(String channel, String content) throws IOException, InterruptedException {
        return post(channel, Json.write(Json.object().put("content", content)));
    }

    Answer post(String channel, String body) throws IOException, InterruptedException {
        return send("POST", "channels/" + channel + "/messages", body);
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(
                response.statusCode(),
                Json.parse(response.body()).orElseGet(Json::object),
                response);
    }
}
