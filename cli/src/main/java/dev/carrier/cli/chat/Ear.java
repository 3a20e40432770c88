package dev.carrier.cli.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.carrier.contracts.Json;
import dev.carrier.contracts.Unreadable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;

/** Hears live what the character does in one channel, as the page of the sandbox does. */
final class Ear implements AutoCloseable {
    private static final String DATA = "data:";

    private final String channel;
    private final String bot;
    private final Screen screen;
    private final HttpClient http = HttpClient.newHttpClient();
    private final InputStream live;

    /** Begins to listen; what happens from now on is heard. */
    Ear(URI page, String channel, String bot, Screen screen)
            throws IOException, InterruptedException {
        this.channel = channel;
        this.bot = bot;
        this.screen = screen;
        this.live =
                http.send(
                                HttpRequest.newBuilder(page.resolve("/sandbox/live")).build(),
                                BodyHandlers.ofInputStream())
                        .body();
        Thread.ofVirtual().name("chat-ear").start(this::listen);
    }

    private void listen() {
        try (var lines = new BufferedReader(new InputStreamReader(live, UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(DATA)) {
                    happened(Json.parse(line.substring(DATA.length()).getBytes(UTF_8)));
                }
            }
        } catch (IOException | Unreadable ended) {
            // The chat is over, or goes on without typing: its messages are also looked up.
            return;
        }
    }

    private void happened(JsonNode event) {
        JsonNode message = event.path("message");
        switch (event.path("kind").asString("")) {
            case "written" -> {
                if (here(message) && message.path("author").asString("").equals(bot)) {
                    screen.message(
                            message.path("id").asString(""), message.path("content").asString(""));
                }
            }
            case "typing" -> {
                if (here(event) && event.path("user").path("id").asString("").equals(bot)) {
                    screen.typing();
                }
            }
            default -> {}
        }
    }

    private boolean here(JsonNode node) {
        return node.path("channel").asString("").equals(channel);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
