package dev.carrier.faults.crew;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** JVMs like this one, with the same classes. Stateless. */
public final class Jvm {
    /** The variable with more options for each, which have the last word. */
    public static final String OPTIONS = "CARRIER_JAVA_OPTS";

    private Jvm() {}

    /**
     * Starts one.
     *
     * @param heap such as {@code 256m}
     * @param variables added to the environment; {@link #OPTIONS} among them counts here, too
     * @param output what it prints goes to this file
     */
    static Process start(
            String heap,
            Class<?> main,
            List<String> arguments,
            Map<String, String> variables,
            Path output) {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx" + heap,
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xshare:auto",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow"));
        String more = variables.getOrDefault(OPTIONS, "").strip();
        if (!more.isEmpty()) {
            command.addAll(List.of(more.split("\\s+")));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(output.toFile());
        builder.environment().putAll(variables);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it has printed so far. */
    static String printed(Path output) {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
