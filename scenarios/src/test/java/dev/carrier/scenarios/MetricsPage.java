package dev.carrier.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names on docs/metrics.md, and those that a text of Prometheus speaks of. */
final class MetricsPage {
    private static final Path PAGE = Path.of("../docs/metrics.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_]+)` \\|");
    private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\S+) ");
    private static final Pattern NAMED =
            Pattern.compile("\\b(?:carrier|kafka|jvm|process|system)_[a-z_]+");

    private MetricsPage() {}

    /** What the page lists. */
    static SortedSet<String> listed() {
        try {
            return all(ROW, 1, Files.readString(PAGE));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** What is exported; the highest value of a histogram belongs to it. */
    static SortedSet<String> exported(String scraped) {
        return sorted(all(TYPE, 1, scraped).stream().filter(name -> !name.endsWith("_max")));
    }

    /** What an expression of Prometheus, or a text with many, asks for. */
    static SortedSet<String> asked(String expression) {
        return sorted(
                all(NAMED, 0, expression).stream()
                        .map(name ->
                                name.replaceAll("_seconds_(bucket|count|sum|max)$", "_seconds")));
    }

    /** Those that are ours to name: Carrier's, and Kafka's of which we keep a few. */
    static SortedSet<String> ours(SortedSet<String> names) {
        return sorted(
                names.stream()
                        .filter(name -> name.startsWith("carrier_") || name.startsWith("kafka_")));
    }

    private static SortedSet<String> all(Pattern pattern, int group, String text) {
        return sorted(pattern.matcher(text).results().map((MatchResult it) -> it.group(group)));
    }

    private static SortedSet<String> sorted(Stream<String> names) {
        return names.collect(Collectors.toCollection(TreeSet::new));
    }
}
