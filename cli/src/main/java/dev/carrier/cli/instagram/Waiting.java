package dev.carrier.cli.instagram;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * That a post is held, as the journal tells it.
 *
 * @param until not before this time
 * @param why for the operator
 */
record Waiting(Instant until, String why) {
    private static final Pattern WRITTEN = Pattern.compile("waits until (\\S+) \\((.*)\\)");

    /** The one that a reason tells of; empty when it tells of none. */
    static Optional<Waiting> in(String reason) {
        Matcher found = WRITTEN.matcher(reason);
        if (!found.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Waiting(Instant.parse(found.group(1)), found.group(2)));
        } catch (DateTimeParseException unknown) {
            return Optional.empty();
        }
    }
}
