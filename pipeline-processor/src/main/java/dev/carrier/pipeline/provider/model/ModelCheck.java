package dev.carrier.pipeline.provider.model;

import dev.carrier.contracts.Json;
import dev.carrier.contracts.Unreadable;
import dev.carrier.runtime.settings.ModelSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Whether a model can be used, found out without buying anything: the provider is asked for its
 * list of models, with the key.
 */
public final class ModelCheck {
    private static final Duration AT_MOST = Duration.ofSeconds(10);

    private ModelCheck() {}

    /**
     * What the first screen shows.
     *
     * @param works false when no question would be answered
     * @param sentence such as {@code anthropic/…, key works}; no secret in it
     */
    public record Checked(boolean works, String sentence) {}

    /** Asks the provider once; waits ten seconds at most, and ends at once when interrupted. */
    public static Checked check(ModelSettings settings) {
        String label = Endpoint.label(settings);
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            try {
                HttpResponse<byte[]> response =
                        ScopedValue.where(Wire.UNTIL, Instant.now().plus(AT_MOST))
                                .call(() -> new Wire(client).send(request(settings)));
                return read(settings, label, response);
            } catch (NoAnswer none) {
                return new Checked(
                        false, label + " at " + Endpoint.base(settings) + " " + none.why().words());
            } finally {
                client.shutdownNow();
            }
        }
    }

    private static Checked read(
            ModelSettings settings, String label, HttpResponse<byte[]> response) {
        String key = settings.key().isSet() ? "key works" : "answers";
        if (response.statusCode() / 100 == 2) {
            List<String> known = known(response.body());
            boolean there = known.isEmpty() || known.stream().anyMatch(id -> same(id, settings));
            return there
                    ? new Checked(true, label + ", " + key)
                    : new Checked(
                            false,
                            label
                                    + ": the provider has no model of that name, it has "
                                    + String.join(
                                            ", ", known.subList(0, Math.min(5, known.size()))));
        }
        Refused refused = Wire.refused(response);
        return switch (response.statusCode()) {
            case 401, 403 -> new Checked(false, label + ": the key is refused");
            // Some compatible servers have no list; that they answer is all there is to know.
            case 404, 405 -> new Checked(true, label + ", answers");
            default -> new Checked(refused.passes(), label + " " + refused.reason());
        };
    }

    private static boolean same(String id, ModelSettings settings) {
        String model = settings.model();
        return id.equals(model)
                || id.endsWith("/" + model)
                || id.equals(model + ":latest")
                // Anthropic's aliases stand for a version that carries a date.
                || model.endsWith("-latest")
                || id.startsWith(model + "-");
    }

    private static HttpRequest request(ModelSettings settings) {
        // OpenRouter gives its list to anybody; only this tells whether the key is good.
        String path = settings.provider() == ModelSettings.Provider.OPENROUTER ? "/key" : "/models";
        var request = HttpRequest.newBuilder(URI.create(Endpoint.base(settings) + path));
        settings.key()
                .given()
                .ifPresent(key -> {
                    if (settings.provider() == ModelSettings.Provider.ANTHROPIC) {
                        request.header("x-api-key", key).header("anthropic-version", "2023-06-01");
                    } else {
                        request.header("Authorization", "Bearer " + key);
                    }
                });
        return request.GET().build();
    }

    private static List<String> known(byte[] body) {
        var known = new ArrayList<String>();
        try {
            JsonNode tree = Json.parse(body);
            // A list of pages shows the first only: what is not in it may be on the next.
            if (!tree.path("has_more").asBoolean(false)) {
                tree.path("data").forEach(one -> known.add(one.path("id").asString("")));
            }
        } catch (Unreadable none) {
            return List.of();
        }
        return known;
    }
}
