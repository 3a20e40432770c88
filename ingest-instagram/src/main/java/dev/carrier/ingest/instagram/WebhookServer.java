package dev.carrier.ingest.instagram;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.carrier.runtime.SetupProblem;
import dev.carrier.runtime.http.SlowRequests;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The endpoint that Meta calls: answers its verification, and takes what is signed and small
 * enough. It says 200 when the receiver has taken everything; anything else makes Meta bring it
 * again, for 36 hours. Nothing of a body or a secret is logged. Thread-safe.
 *
 * @see <a href="https://developers.facebook.com/docs/instagram-platform/webhooks">Webhooks</a>
 */
final class WebhookServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookServer.class);

    private static final int READERS = 4;

    private final WebhookOptions options;
    private final Signature signature;
    private final Receiver receiver;
    private final Counts counts;

    /** Whoever sends slowly must not take the place of what is there already. */
    private final Semaphore reading;

    private final Semaphore handling;
    private final HttpServer server;
    private final Seldom seldom = new Seldom(Duration.ofMinutes(1));
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Starts to listen.
     *
     * @throws SetupProblem when the port is taken
     */
    WebhookServer(WebhookOptions options, Receiver receiver, Counts counts) {
        this.options = options;
        this.signature = new Signature(options.secrets());
        this.receiver = receiver;
        this.counts = counts;
        this.reading = new Semaphore(READERS * options.atOnce());
        this.handling = new Semaphore(options.atOnce());
        SlowRequests.cut();
        try {
            server = HttpServer.create(new InetSocketAddress(options.bind(), options.port()), 0);
        } catch (IOException problem) {
            throw new SetupProblem(
                    "the port for webhooks, "
                            + options.bind()
                            + ":"
                            + options.port()
                            + ", cannot be had ("
                            + problem.getMessage()
                            + ")",
                    "set http.webhook to a free one, or to 0");
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** The port that it has. */
    int port() {
        return server.getAddress().getPort();
    }

    /** Takes nothing new and lets those finish that have begun, at most for about this long. */
    void drain(Duration atMost) {
        server.stop((int) Math.min(atMost.toSeconds(), options.patience().toSeconds() + 1));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        long end = System.nanoTime() + options.patience().toNanos();
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals(options.path())) {
                answer(exchange, 404, "");
                return;
            }
            switch (exchange.getRequestMethod()) {
                case "GET" -> verify(exchange);
                case "POST" -> post(exchange, end);
                default -> answer(exchange, 405, "");
            }
        }
    }

    private void verify(HttpExchange exchange) throws IOException {
        var query = Optional.ofNullable(exchange.getRequestURI().getRawQuery());
        var challenge = Verification.challenge(query, options.verifyToken());
        counts.add(challenge.isPresent() ? Counted.VERIFIED : Counted.UNVERIFIED);
        answer(exchange, challenge.isPresent() ? 200 : 403, challenge.orElse(""));
    }

    private void post(HttpExchange exchange, long end) throws IOException {
        var claimed =
                Signature.claimed(
                        Optional.ofNullable(
                                exchange.getRequestHeaders().getFirst(Signature.HEADER)));
        if (claimed.isEmpty()) {
            refuse(exchange, Counted.FORGED, 401);
            return;
        }
        Optional<byte[]> body = read(exchange);
        if (body.isEmpty()) {
            return;
        }
        if (!signature.holds(claimed.get(), body.get())) {
            refuse(exchange, Counted.FORGED, 403);
        } else if (!handling.tryAcquire()) {
            refuse(exchange, Counted.BUSY, 503);
        } else {
            try {
                receive(exchange, body.get(), end);
            } finally {
                handling.release();
            }
        }
    }

    /** The body; empty when it was refused, or never came. */
    private Optional<byte[]> read(HttpExchange exchange) throws IOException {
        if (!reading.tryAcquire()) {
            refuse(exchange, Counted.BUSY, 503);
            return Optional.empty();
        }
        try {
            Optional<byte[]> body = Body.read(exchange, options.body(), options.slow());
            if (body.isEmpty()) {
                refuse(exchange, Counted.OVERSIZED, 413);
            }
            return body;
        } catch (IOException brokenOff) {
            // There is nobody left to be answered.
            counts.add(Counted.SLOW);
            return Optional.empty();
        } finally {
            reading.release();
        }
    }

    private void receive(HttpExchange exchange, byte[] body, long end) throws IOException {
        try {
            var left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
            switch (receiver.receive(body, left)) {
                case TAKEN -> {
                    counts.add(Counted.ACCEPTED);
                    answer(exchange, 200, "");
                }
                case MALFORMED -> refuse(exchange, Counted.MALFORMED, 400);
                case AGAIN -> answer(exchange, 503, "");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            answer(exchange, 503, "");
        } catch (RuntimeException ours) {
            LOG.atError()
                    .addKeyValue("problem", ours.getClass().getName())
                    .addKeyValue("at", ours.getStackTrace().length == 0 ? "" : at(ours))
                    .log("a webhook could not be handled; it comes again");
            counts.add(Counted.FAILED);
            answer(exchange, 500, "");
        }
    }

    /** A message of an exception may quote what people wrote; a place in the code does not. */
    private static String at(RuntimeException problem) {
        return problem.getStackTrace()[0].toString();
    }

    private void refuse(HttpExchange exchange, Counted why, int status) throws IOException {
        counts.add(why);
        if (seldom.now(why.label())) {
            LOG.atWarn()
                    .addKeyValue("why", why.label())
                    .addKeyValue("status", status)
                    .addKeyValue("so far", counts.of(why))
                    .log("a webhook was refused");
        }
        answer(exchange, status, "");
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
