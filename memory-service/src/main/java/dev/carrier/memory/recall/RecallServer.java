package dev.carrier.memory.recall;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.PersonId;
import dev.carrier.runtime.http.SlowRequests;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /recall?account=&conversation=[&before=][&people=a,b][&limit=]} gives a {@link
 * dev.carrier.contracts.Recollection} as JSON; 400 for a question that is none, 503 while Redis is
 * away. One virtual thread a request.
 */
public final class RecallServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RecallServer.class);
    private static final int MOST = 200;

    private final HttpServer server;

    /**
     * @param port 0 takes a free one
     * @throws IOException when the port cannot be had
     */
    public RecallServer(String bind, int port, Recall recall) throws IOException {
        SlowRequests.cut();
        server = HttpServer.create(new InetSocketAddress(bind, port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/recall", exchange -> answer(exchange, () -> ask(exchange, recall)));
        server.start();
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static byte[] ask(HttpExchange exchange, Recall recall) {
        Map<String, String> query =
                query(Optional.ofNullable(exchange.getRequestURI().getRawQuery()));
        int limit = Math.clamp(Integer.parseInt(query.getOrDefault("limit", "40")), 1, MOST);
        List<PersonId> people =
                Arrays.stream(query.getOrDefault("people", "").split(","))
                        .filter(id -> !id.isBlank())
                        .map(PersonId::new)
                        .toList();
        return Json.canonical(
                recall.of(
                        new AccountId(query.getOrDefault("account", "")),
                        new ConversationId(query.getOrDefault("conversation", "")),
                        Optional.ofNullable(query.get("before")).map(EventId::new),
                        people,
                        limit));
    }

    private static void answer(HttpExchange exchange, Supplier<byte[]> question)
            throws IOException {
        try (exchange) {
            int status = 200;
            byte[] body;
            try {
                body = question.get();
            } catch (IllegalArgumentException problem) {
                status = 400;
                body =
                        "{\"error\":\"account and conversation are needed\"}"
                                .getBytes(StandardCharsets.UTF_8);
            } catch (RuntimeException problem) {
                log.atWarn()
                        .addKeyValue("problem", problem.getClass().getSimpleName())
                        .log("recall failed");
                status = 503;
                body = "{\"error\":\"memory is out of reach\"}".getBytes(StandardCharsets.UTF_8);
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    private static Map<String, String> query(Optional<String> raw) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : raw.orElse("").split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }
}
