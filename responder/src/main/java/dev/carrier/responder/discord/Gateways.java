package dev.carrier.responder.discord;

import dev.carrier.contracts.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import net.dv8tion.jda.api.requests.RestConfig;

/**
 * Where the gateway is, asked of the API in use: {@code GET /gateway}
 * (https://discord.com/developers/docs/events/gateway#get-gateway). JDA itself dials a fixed
 * address.
 */
final class Gateways {
    private Gateways() {}

    /** The gateway's address; empty for Discord's own API, whose address JDA knows. */
    static Optional<String> of(String apiUrl) throws IOException, InterruptedException {
        if (apiUrl.equals(RestConfig.DEFAULT_BASE_URL)) {
            return Optional.empty();
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(
                            HttpRequest.newBuilder(URI.create(apiUrl).resolve("gateway"))
                                    .timeout(Duration.ofSeconds(10))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            String url =
                    Json.parse(answer.body().getBytes(StandardCharsets.UTF_8))
                            .path("url")
                            .asString("");
            if (answer.statusCode() != 200 || url.isEmpty()) {
                throw new IOException("GET gateway answered " + answer.statusCode());
            }
            return Optional.of(url);
        }
    }
}
