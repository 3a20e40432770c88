package dev.carrier.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where this process and those that it started listen, as Linux tells it (proc(5)). */
final class Listening {
    private static final String LISTEN = "0A";

    /** 127.0.0.1, in the order of bytes of the machine; of IPv6 mapped, and ::1. */
    private static final List<String> LOOPBACK =
            List.of(
                    "0100007F",
                    "0000000000000000FFFF00000100007F",
                    "00000000000000000000000001000000");

    private Listening() {}

    /** Whether this machine can tell. */
    static boolean isTold() {
        return Files.isReadable(Path.of("/proc/self/net/tcp"));
    }

    /** The addresses, in hexadecimal, with their ports. */
    static List<String> anywhere() {
        Set<String> ours = new HashSet<>();
        Stream.concat(Stream.of(ProcessHandle.current()), ProcessHandle.current().descendants())
                .forEach(process -> ours.addAll(sockets(process.pid())));
        return Stream.of("tcp", "tcp6")
                .flatMap(Listening::lines)
                .filter(words -> words.get(3).equals(LISTEN))
                .filter(words -> ours.contains("socket:[" + words.get(9) + "]"))
                .map(words -> words.get(1))
                .toList();
    }

    /** Those that another machine could reach. */
    static List<String> beyondLoopback() {
        return anywhere().stream()
                .filter(address -> LOOPBACK.stream().noneMatch(it -> address.startsWith(it + ":")))
                .toList();
    }

    private static Stream<List<String>> lines(String table) {
        try {
            return Files.readAllLines(Path.of("/proc/self/net", table)).stream()
                    .skip(1)
                    .map(line -> List.of(line.strip().split(" +")));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static Set<String> sockets(long process) {
        Set<String> found = new HashSet<>();
        try (var open = Files.list(Path.of("/proc", Long.toString(process), "fd"))) {
            open.forEach(one -> {
                try {
                    found.add(Files.readSymbolicLink(one).toString());
                } catch (IOException _) {
                    // It was closed meanwhile.
                }
            });
        } catch (IOException _) {
            // It has ended.
        }
        return found;
    }
}
