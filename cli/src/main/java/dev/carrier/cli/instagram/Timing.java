package dev.carrier.cli.instagram;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of everything that is published. Filled in by picocli. */
final class Timing {
    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "Not before: 18:00, 2026-12-24T18:00 or +2h. By default now.")
    private Optional<String> at = Optional.empty();

    @Option(
            names = "--no-ai-label",
            description =
                    "Instagram is not told that a machine made it (platforms.instagram.aiGenerated).")
    private boolean noLabel;

    Optional<Instant> at(Instant now, ZoneId zone) {
        return at.map(text -> PostTime.parse(text, now, zone));
    }

    /** Whether Instagram is told that a machine made it. */
    boolean marked(boolean usually) {
        return usually && !noLabel;
    }
}
