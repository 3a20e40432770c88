package dev.carrier.cli.instagram;

import java.util.List;
import picocli.CommandLine.Option;

/** The options of pictures. Filled in by picocli. */
final class Alts {
    @Option(
            names = "--alt",
            paramLabel = "TEXT",
            description = "What a picture shows, for who cannot see it; once for each, in order.")
    private List<String> alts = List.of();

    List<String> texts() {
        return List.copyOf(alts);
    }
}
