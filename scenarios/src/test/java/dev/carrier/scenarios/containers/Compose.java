package dev.carrier.scenarios.containers;

import static org.awaitility.Awaitility.await;

import dev.carrier.sandbox.SandboxClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The containers of docker-compose.yml as a project of their own, with the sandbox outside. */
final class Compose implements AutoCloseable {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String TAG = "test";

    private final String project;
    private final Map<String, String> dotEnv;
    private final int sandbox = freePort();
    private final int webhook = freePort();

    /**
     * @param project of which nothing is left from before
     */
    Compose(String project) {
        this(project, Map.of());
    }

    /**
     * @param dotEnv what somebody wrote in .env
     */
    Compose(String project, Map<String, String> dotEnv) {
        this.project = project;
        this.dotEnv = dotEnv;
        compose("down", "--volumes", "--timeout", "0");
    }

    /** Builds the images and starts everything that does not run; it is well when this returns. */
    void up(int processors) {
        compose("up", "--detach", "--build", "--scale", "pipeline-processor=" + processors);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> well() == 7 + processors);
    }

    /** Builds the image of a service, without starting anything; the image's name. */
    String image(String service) {
        compose("build", service);
        return "carrier/" + service + ":" + TAG;
    }

    /** Builds the image of a service as one without an AOT cache; its id. */
    String imageWithoutCache(String service) {
        return run(List.of(
                        "docker",
                        "build",
                        "--quiet",
                        "--build-arg",
                        "AOT=no",
                        "--target",
                        service,
                        "."))
                .strip();
    }

    /**
     * Runs one command of {@code ./carrier} in a new container; all that it and its JVM printed.
     */
    String alone(String image, String javaOptions, String command) {
        return run(
                List.of(
                        "docker",
                        "run",
                        "--rm",
                        "--network=none",
                        "--read-only",
                        "--tmpfs=/tmp:exec,mode=1777",
                        "--env=CARRIER_JAVA_OPTS=" + javaOptions,
                        image,
                        command));
    }

    /** Starts again what was killed, and does not wait for it. */
    void again(int processors) {
        compose("up", "--detach", "--no-build", "--scale", "pipeline-processor=" + processors);
    }

    /** {@code kill -9} of one container, such as {@code pipeline-processor-2}. */
    void kill(String container) {
        run(List.of("docker", "kill", project + "-" + container));
    }

    /** A command of {@code ./carrier} inside a container; what it printed. */
    String carrier(String service, String... arguments) {
        var command = new ArrayList<>(List.of("exec", "-T", service, "carrier"));
        command.addAll(List.of(arguments));
        return compose(command.toArray(String[]::new));
    }

    /** What people do on the sandbox. */
    SandboxClient client() {
        return new SandboxClient(URI.create("http://127.0.0.1:" + sandbox + "/"));
    }

    /** The file as the engine is told, everything replaced and merged. */
    JsonNode config() {
        return new JsonMapper().readTree(compose("config", "--format", "json"));
    }

    /** What each container printed last. */
    String logs() {
        return compose("ps", "--all") + compose("logs", "--no-color", "--tail", "30");
    }

    @Override
    public void close() {
        compose("down", "--volumes", "--timeout", "5");
    }

    private long well() {
        return compose("ps", "--format", "{{.Service}} {{.Health}}")
                .lines()
                .filter(line -> line.endsWith(" healthy"))
                .count();
    }

    /** Whoever runs the tests may have real tokens: they are not for these containers. */
    private String compose(String... arguments) {
        var command =
                new ArrayList<>(
                        List.of(
                                "docker",
                                "compose",
                                "--project-name",
                                project,
                                "--env-file",
                                "/dev/null"));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private String run(List<String> command) {
        try {
            var output = Files.createTempFile("compose", ".log");
            try {
                var builder = new ProcessBuilder(command).directory(ROOT.toFile());
                builder.redirectErrorStream(true).redirectOutput(output.toFile());
                var variables = builder.environment();
                variables
                        .keySet()
                        .removeIf(name -> name.matches("CARRIER_.*|.*_TOKEN.*|WEBHOOK_BIND"));
                variables.put("SANDBOX_PORT", Integer.toString(sandbox));
                variables.put("WEBHOOK_PORT", Integer.toString(webhook));
                variables.put("CARRIER_TAG", TAG);
                // The containers live for minutes, as the JVMs of other tests do.
                variables.put("CARRIER_JAVA_OPTS", "-XX:TieredStopAtLevel=1");
                variables.putAll(dotEnv);
                var process = builder.start();
                if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
                var printed = Files.readString(output);
                if (process.waitFor() != 0) {
                    throw new IllegalStateException(String.join(" ", command) + "\n" + printed);
                }
                return printed;
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
