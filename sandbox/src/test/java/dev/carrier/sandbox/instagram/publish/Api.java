package dev.carrier.sandbox.instagram.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.carrier.sandbox.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The Graph API without a client library between. */
final class Api {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final String account;
    private final String token;

    Api(URI base, String account, String token) {
        this.base = base.resolve("v26.0/");
        this.account = account;
        this.token = token;
    }

    record Answer(int status, JsonNode body) {
        String text(String key) {
            return Json.text(body, key, "");
        }

        int code() {
            return (int) Json.number(body.path("error"), "code").orElse(0);
        }

        int subcode() {
            return (int) Json.number(body.path("error"), "error_subcode").orElse(0);
        }
    }

    Answer create(Map<String, String> parameters) throws IOException, InterruptedException {
        return post(account + "/media", parameters);
    }

    Answer publish(String container) throws IOException, InterruptedException {
        return post(account + "/media_publish", Map.of("creation_id", container));
    }

    String status(String container) throws IOException, InterruptedException {
        return get(container + "?fields=status_code,status").text("status_code");
    }

    Answer post(String path, Map<String, String> parameters)
            throws IOException, InterruptedException {
        var form =
                parameters.entrySet().stream()
                        .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
                        .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(base.resolve(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base.resolve(path)));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response =
                client.send(
                        request.header("Authorization", "Bearer " + token).build(),
                        BodyHandlers.ofString());
        return new Answer(
                response.statusCode(), Json.parse(response.body()).orElseGet(Json::object));
    }
}
