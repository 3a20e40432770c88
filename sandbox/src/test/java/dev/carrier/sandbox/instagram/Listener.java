package dev.carrier.sandbox.instagram;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.carrier.sandbox.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A webhook: it answers the verification, and keeps what it gets. */
final class Listener implements AutoCloseable {
    private static final String VERIFY = "let-me-in";
    private static final Pattern CHALLENGE = Pattern.compile("hub\\.challenge=(\\d+)");

    private final HttpServer server;
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private volatile int answers = 200;

    record Got(String body, String signature) {
        JsonNode json() {
            return Json.parse(body).orElseThrow();
        }
    }

    Listener() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/hook", this::handle);
        server.start();
    }

    URI at() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    String verifyToken() {
        return VERIFY;
    }

    /** What deliveries are answered with from now on. */
    void answers(int status) {
        answers = status;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (exchange.getRequestMethod().equals("GET")) {
                var query = exchange.getRequestURI().getQuery();
                var challenge = CHALLENGE.matcher(query);
                var good = query.contains("hub.verify_token=" + VERIFY) && challenge.find();
                answer(exchange, good ? 200 : 403, good ? challenge.group(1) : "no");
            } else {
                var status = answers;
                var signature = exchange.getRequestHeaders().getFirst("X-Hub-Signature-256");
                got.add(new Got(body, signature == null ? "" : signature));
                answer(exchange, status, "");
            }
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    /** Every POST, in the order in which they came. */
    List<Got> got() {
        return List.copyOf(got);
    }

    /** Every change and every message in every POST, whichever form it came in. */
    List<JsonNode> updates() {
        var all = new ArrayList<JsonNode>();
        for (var one : got) {
            var body = one.json();
            for (var entry : (body.isArray() ? body.path(0) : body).path("entry")) {
                if (entry.has("value")) {
                    all.add(entry.path("value"));
                }
                entry.path("changes").forEach(it -> all.add(it.path("value")));
                entry.path("messaging").forEach(all::add);
            }
        }
        return all;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
