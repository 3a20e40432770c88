package dev.carrier.sandbox.discord;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** A gateway connection without a client library: sends what one tells it, keeps what comes. */
final class RawGateway implements WebSocket.Listener {
    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    RawGateway(Sandbox sandbox) {
        this(URI.create(sandbox.discordGateway() + "?v=10&encoding=json"));
    }

    RawGateway(URI gateway) {
        socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(gateway, this).join();
    }

    RawGateway send(String frame) {
        socket.sendText(frame, true).join();
        return this;
    }

    RawGateway identify(String token, long intents) {
        return send(
                "{\"op\":2,\"d\":{\"token\":\""
                        + token
                        + "\",\"intents\":"
                        + intents
                        + ",\"properties\":{}}}");
    }

    RawGateway resume(String token, String session, long seq) {
        return send(
                "{\"op\":6,\"d\":{\"token\":\""
                        + token
                        + "\",\"session_id\":\""
                        + session
                        + "\",\"seq\":"
                        + seq
                        + "}}");
    }

    /** The data of the first event of this type. */
    JsonNode event(String type) {
        return frame(frame -> Json.text(frame, "t", "").equals(type)).path("d");
    }

    /** The first frame with this opcode. */
    JsonNode op(int op) {
        return frame(frame -> Json.number(frame, "op").orElse(-1) == op);
    }

    private JsonNode frame(Predicate<JsonNode> wanted) {
        return Awaitility.await()
                .atMost(30, SECONDS)
                .until(() -> frames.stream().filter(wanted).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    List<String> types() {
        return frames.stream().flatMap(frame -> Json.text(frame, "t").stream()).toList();
    }

    int closeCode() throws Exception {
        return closed.get(30, SECONDS);
    }

    void leave() {
        socket.abort();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            frames.add(Json.parse(partial.toString()).orElseThrow());
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed.complete(statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.completeExceptionally(error);
    }
}
