package dev.carrier.cli.instagram;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of what has words below it. Filled in by picocli. */
final class Words {
    @Option(names = "--caption", paramLabel = "TEXT", description = "The words below it.")
    private Optional<String> caption = Optional.empty();

    Optional<String> caption() {
        return caption.filter(text -> !text.isBlank());
    }
}
