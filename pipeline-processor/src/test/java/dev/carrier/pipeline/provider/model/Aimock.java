package dev.carrier.pipeline.provider.model;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.carrier.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/**
 * The third party's model server, as a process of its own; {@code .ci/install-aimock} brings it.
 */
final class Aimock implements AutoCloseable {
    private final Process process;
    private final URI base;
    private final HttpClient client = HttpClient.newHttpClient();

    /** One call that it saw. */
    record Seen(int status, long atMillis, String path) {}

    private Aimock(Process process, URI base) {
        this.process = process;
        this.base = base;
    }

    /** Starts it; where it is not installed the tests are skipped, in CI they fail. */
    static Aimock start(Path folder) throws IOException {
        Optional<Path> program = program();
        if (!"true".equals(System.getenv("CI"))) {
            assumeTrue(program.isPresent(), "aimock is not installed: run .ci/install-aimock");
        }
        int port = freePort();
        Files.writeString(
                folder.resolve("none.json"),
                "{\"fixtures\":[{\"match\":{\"userMessage\":\"\\u0000\"},\"response\":{\"content\":\"x\"}}]}");
        Process process =
                new ProcessBuilder(
                                program.orElseThrow().toString(),
                                "-p",
                                Integer.toString(port),
                                "-f",
                                folder.toString(),
                                "--log-level",
                                "warn")
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("aimock.log").toFile())
                        .start();
        var aimock = new Aimock(process, URI.create("http://127.0.0.1:" + port));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> aimock.get("/health") == 200);
        return aimock;
    }

    /** The base of both APIs. */
    URI api() {
        return base.resolve("/v1");
    }

    /**
     * What it answers to a text that contains this, call by call; the last goes on for ever.
     *
     * @param responses JSON, as in its fixtures
     */
    void answers(String text, String... responses) {
        var fixtures = new StringBuilder();
        for (int i = 0; i < responses.length; i++) {
            String index = i < responses.length - 1 ? ",\"sequenceIndex\":" + i : "";
            fixtures.append(i == 0 ? "" : ",")
                    .append("{\"match\":{\"userMessage\":\"" + text + "\"" + index + "},")
                    .append("\"response\":" + responses[i] + "}");
        }
        int status = post("/__aimock/fixtures", "{\"fixtures\":[" + fixtures + "]}");
        if (status != 200) {
            throw new IllegalStateException("aimock refused the fixtures with " + status);
        }
    }

    /** The calls whose prompt contains this text, in their order. */
    List<Seen> calls(String text) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/__aimock/journal")).build();
        JsonNode journal = Json.mapper().readTree(send(request));
        return StreamSupport.stream(journal.spliterator(), false)
                .filter(entry -> entry.path("body").toString().contains(text))
                .map(entry ->
                        new Seen(
                                entry.path("response").path("status").asInt(0),
                                entry.path("timestamp").asLong(0),
                                entry.path("path").asString("")))
                .toList();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        client.close();
    }

    private static Optional<Path> program() {
        return Stream.of(
                        System.getProperty("carrier.aimock", ""),
                        Optional.ofNullable(System.getenv("CARRIER_AIMOCK")).orElse(""),
                        "../target/aimock/node_modules/.bin/llmock")
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .map(Path::toAbsolutePath)
                .map(Path::normalize)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private int get(String path) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(base.resolve(path)).build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private int post(String path, String body) {
        try {
            return client.send(
                            HttpRequest.newBuilder(base.resolve(path))
                                    .POST(BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (InterruptedException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private String send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString()).body();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (InterruptedException problem) {
            throw new IllegalStateException(problem);
        }
    }
}
