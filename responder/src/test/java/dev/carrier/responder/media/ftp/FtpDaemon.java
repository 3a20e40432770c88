package dev.carrier.responder.media.ftp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** An FTP server of the system, as a process of whoever runs the tests. */
final class FtpDaemon {
    private static final Path UNPACKED = Path.of("target/ftp-servers");

    private final Path program;
    private final List<Path> libraries;

    private FtpDaemon(Path program, List<Path> libraries) {
        this.program = program;
        this.libraries = libraries;
    }

    /** Without it a test is skipped; in continuous integration that fails. */
    static FtpDaemon named(String name) throws IOException {
        Optional<FtpDaemon> found = unpacked(name).or(() -> installed(name));
        if (found.isPresent()) {
            return found.get();
        }
        String missing = name + " is not there: run .ci/install-ftp-servers";
        return "true".equals(System.getenv("CI")) ? fail(missing) : abort(missing);
    }

    private static Optional<FtpDaemon> installed(String name) {
        Path program = Path.of("/usr/sbin", name);
        return Files.isExecutable(program)
                ? Optional.of(new FtpDaemon(program, List.of()))
                : Optional.empty();
    }

    private static Optional<FtpDaemon> unpacked(String name) throws IOException {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.isDirectory(at.resolve(UNPACKED))) {
            at = at.getParent();
        }
        if (at == null) {
            return Optional.empty();
        }
        Path files = at.resolve(UNPACKED).resolve(name).resolve("files/usr");
        Path program = files.resolve("sbin").resolve(name);
        if (!Files.isExecutable(program)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(files.resolve("lib"))) {
            return Optional.of(new FtpDaemon(program, all.filter(Files::isDirectory).toList()));
        }
    }

    /** Where its modules are. */
    Path modules() {
        return program.resolveSibling("../lib/proftpd").normalize();
    }

    /** Starts it and waits until it greets; what it prints goes into a file in that folder. */
    FtpStand.Ending start(Path folder, int port, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Path log = folder.resolve("printed.log");
        var builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        if (!libraries.isEmpty()) {
            var paths = libraries.stream().map(Path::toString).toList();
            builder.environment().put("LD_LIBRARY_PATH", String.join(":", paths));
        }
        Process process = builder.start();
        Awaitility.await("a greeting, see " + log)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .failFast(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException(Files.readString(log));
                    }
                })
                .until(() -> greets(port));
        return () -> end(process);
    }

    private static boolean greets(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            return new String(socket.getInputStream().readNBytes(3), US_ASCII).equals("220");
        } catch (IOException e) {
            return false;
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(10, SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
