package dev.carrier.runtime.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.carrier.contracts.Json;
import dev.carrier.runtime.SetupProblem;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /health/live}, {@code /health/ready} (200 or 503, with each check) and {@code /metrics}
 * (Prometheus) on one port. Thread-safe.
 */
public final class HealthServer implements AutoCloseable {
    private static final String JSON = "application/json";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Starts listening.
     *
     * @param port 0 takes a free one
     * @param metrics in Prometheus' text format
     * @throws SetupProblem when the port is taken
     */
    public HealthServer(String bind, int port, Health health, Supplier<String> metrics) {
        SlowRequests.cut();
        try {
            server = HttpServer.create(new InetSocketAddress(bind, port), 0);
        } catch (IOException problem) {
            throw new SetupProblem(
                    "the port for health, "
                            + bind
                            + ":"
                            + port
                            + ", cannot be had ("
                            + problem.getMessage()
                            + ")",
                    "set http.health to a free one, or to 0");
        }
        server.setExecutor(threads);
        server.createContext("/health/live", exchange -> checks(exchange, health.live()));
        server.createContext("/health/ready", exchange -> checks(exchange, health.ready()));
        server.createContext(
                "/metrics", exchange -> answer(exchange, 200, PROMETHEUS, metrics.get()));
        server.start();
    }

    /** The port that it has. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void checks(HttpExchange exchange, List<Health.Check> checks)
            throws IOException {
        boolean ok = checks.stream().allMatch(Health.Check::ok);
        ObjectNode body = Json.mapper().createObjectNode().put("ok", ok);
        ObjectNode each = body.putObject("checks");
        checks.forEach(check -> {
            ObjectNode one = each.putObject(check.name()).put("ok", check.ok());
            check.why().ifPresent(why -> one.put("why", why));
            check.warning().ifPresent(warning -> one.put("warning", warning));
        });
        answer(exchange, ok ? 200 : 503, JSON, body.toString());
    }

    private static void answer(HttpExchange exchange, int status, String type, String body)
            throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
