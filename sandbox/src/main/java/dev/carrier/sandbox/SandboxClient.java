package dev.carrier.sandbox;

import dev.carrier.sandbox.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/**
 * Speaks to a sandbox, in this process or another, over HTTP. Every call blocks until it is done;
 * an answer that is no success is an {@link IllegalStateException} with its text. Safe for use by
 * many threads.
 */
public final class SandboxClient {
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private final URI base;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A client of the sandbox at {@code base}, such as {@code http://127.0.0.1:7080/}. */
    public SandboxClient(URI base) {
        this.base = base;
    }

    /** The people, bots, guilds and channels of its Discord. */
    public DiscordClient discord() {
        return new DiscordClient(this);
    }

    /** The accounts, people, posts, comments and direct messages of its Instagram. */
    public InstagramClient instagram() {
        return new InstagramClient(this);
    }

    /** Orders to misbehave. */
    public OrdersClient orders() {
        return new OrdersClient(this);
    }

    /** Its media host: FTP servers over the folder of a web server. */
    public MediaClient media() {
        return new MediaClient(this);
    }

    /** What its model answers, and its calls. */
    public ModelClient model() {
        return new ModelClient(this);
    }

    /** Signals of what has just happened. */
    public SignalsClient signals() {
        return new SignalsClient(this);
    }

    /** GET of a control path that begins without a slash. */
    public JsonNode get(String path) {
        return send(request(path).GET());
    }

    /** POST of a control path. */
    public JsonNode post(String path, JsonNode body) {
        return send(request(path).POST(BodyPublishers.ofString(Json.write(body))));
    }

    /** Any other method on a control path. */
    public JsonNode send(String method, String path, JsonNode body) {
        return send(request(path).method(method, BodyPublishers.ofString(Json.write(body))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve("/" + path))
                .timeout(LONGEST)
                .header("Content-Type", "application/json");
    }

    private JsonNode send(HttpRequest.Builder builder) {
        var request = builder.build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(
                        request.method()
                                + " "
                                + request.uri()
                                + ": "
                                + response.statusCode()
                                + " "
                                + response.body());
            }
            return Json.parse(response.body()).orElseGet(Json::object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
