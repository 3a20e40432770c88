package dev.carrier.contracts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file that came with a message; the bytes stay where they are.
 *
 * @param id the platform's id of it
 * @param name its file name
 * @param contentType its media type as the platform says it
 * @param bytes its size
 * @param url where it can be fetched; may expire
 * @param description what it shows, in the words of whoever sent it
 */
public record Attachment(
        String id,
        String name,
        Optional<String> contentType,
        long bytes,
        String url,
        Optional<String> description) {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DESCRIPTION = 300;

    /** A message as it is told: its text, then a line for each of its files. */
    public static String told(String text, List<Attachment> files) {
        return Stream.concat(
                        Stream.of(text).filter(one -> !one.isBlank()),
                        files.stream().map(Attachment::told))
                .collect(Collectors.joining("\n"));
    }

    private String told() {
        String type = contentType.map(it -> ", " + it.split(";", 2)[0].strip()).orElse("");
        String shows =
                description.map(it -> ", showing: " + line(it, LONGEST_DESCRIPTION)).orElse("");
        return "[attached: " + line(name, LONGEST_NAME) + type + shows + "]";
    }

    private static String line(String text, int atMost) {
        String flat = text.strip().replaceAll("\\s+", " ");
        return flat.codePointCount(0, flat.length()) <= atMost
                ? flat
                : flat.substring(0, flat.offsetByCodePoints(0, atMost - 1)) + "…";
    }
}
