package dev.carrier.ingest.instagram;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What Meta's JSON says, in the forms in which it says it. Pure. */
final class Nodes {
    /** Seconds have 10 digits until the year 2286, milliseconds have 13. */
    private static final long FIRST_OF_MILLIS = 100_000_000_000L;

    /** As of 2017-08-31T19:16:02+0000, without the colon that Java expects; that is taken too. */
    private static final DateTimeFormatter META =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                    .appendPattern("[XXX][XX]")
                    .toFormatter();

    private Nodes() {}

    /** A field's text; ids that come as numbers are ids all the same. Blank is absent. */
    static Optional<String> text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isString()) {
            return Optional.of(value.stringValue()).filter(text -> !text.isBlank());
        }
        return value.isNumber() ? Optional.of(value.asString()) : Optional.empty();
    }

    /** The field {@code id} of an object that is a field. */
    static Optional<String> id(JsonNode node, String field) {
        return text(node.path(field), "id");
    }

    /** Whether a flag is there and set. */
    static boolean flag(JsonNode node, String field) {
        return node.path(field).asBoolean(false);
    }

    /** A list, or the one that stands where a list should. */
    static List<JsonNode> list(JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false).toList();
        }
        return value.isObject() ? List.of(value) : List.of();
    }

    /** A time in seconds or milliseconds, as a number or as digits, or written out. */
    static Optional<Instant> time(JsonNode node, String field) {
        return text(node, field).flatMap(Nodes::time);
    }

    /** The same of a text. */
    static Optional<Instant> time(String text) {
        try {
            if (!text.isEmpty() && text.chars().allMatch(Character::isDigit)) {
                long number = Long.parseLong(text);
                return Optional.of(
                        number < FIRST_OF_MILLIS
                                ? Instant.ofEpochSecond(number)
                                : Instant.ofEpochMilli(number));
            }
            return Optional.of(OffsetDateTime.parse(text, META).toInstant());
        } catch (NumberFormatException | DateTimeParseException problem) {
            return Optional.empty();
        }
    }
}
