package dev.carrier.instagram.error;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What each code and subcode means, from {@code errors.txt} beside this class. The texts of
 * Instagram's errors are localised and {@code is_transient} is not to be relied on: neither is
 * looked at. Immutable.
 */
public final class ErrorTable {
    /** Subcodes from here on mean the same under every code. */
    private static final int SPEAKS_FOR_ITSELF = 1_000_000;

    private static final Pattern IN_A_STATUS = Pattern.compile("\\b(2207\\d{3})\\b");
    private static final List<Row> ROWS = read();

    private ErrorTable() {}

    /**
     * What an error means.
     *
     * @param sentence what it means and what to do
     */
    public record Meaning(Trouble trouble, String sentence) {}

    private record Row(int from, int to, Optional<Integer> subcode, Meaning meaning) {
        boolean names(int code, int sub) {
            return from <= code && code <= to && subcode.isPresent() && subcode.get() == sub;
        }

        boolean names(int sub) {
            return sub >= SPEAKS_FOR_ITSELF && subcode.isPresent() && subcode.get() == sub;
        }

        boolean isAbout(int code) {
            return from <= code && code <= to && subcode.isEmpty();
        }
    }

    /** The meaning of a code and subcode; empty when the table does not know them. */
    public static Optional<Meaning> meaning(int code, int subcode) {
        return first(row -> row.names(code, subcode))
                .or(() -> first(row -> row.names(subcode)))
                .or(() -> first(row -> row.isAbout(code)));
    }

    /**
     * The error in an answer.
     *
     * @param status of HTTP
     * @param body the answer, read as far as it is JSON
     */
    public static GraphError of(int status, JsonNode body) {
        JsonNode error = body.path("error");
        int code = number(error.path("code"));
        int subcode = number(error.path("error_subcode"));
        String said = error.path("message").asString("");
        if (status >= 500) {
            // Whatever its body says: it may have been done.
            return GraphError.of(
                    new Meaning(Trouble.HICCUP, "Instagram's server failed; it is tried again"),
                    status,
                    code,
                    subcode,
                    said);
        }
        return GraphError.of(
                meaning(code, subcode).orElseGet(() -> byStatus(status)),
                status,
                code,
                subcode,
                said);
    }

    /**
     * The error that the status text of a container names; empty when it names none.
     *
     * @param text such as {@code Error: Media upload has failed with error code 2207082}
     */
    public static Optional<GraphError> inStatus(String text) {
        Matcher found = IN_A_STATUS.matcher(text);
        if (!found.find()) {
            return Optional.empty();
        }
        int subcode = Integer.parseInt(found.group(1));
        return meaning(0, subcode).map(meaning -> GraphError.of(meaning, 200, 0, subcode, text));
    }

    private static Optional<Meaning> first(Predicate<Row> fits) {
        return ROWS.stream().filter(fits).findFirst().map(Row::meaning);
    }

    private static Meaning byStatus(int status) {
        return switch (status) {
            case 429 -> new Meaning(Trouble.RATE, "too many calls; Carrier waits");
            case 401 ->
                    new Meaning(
                            Trouble.TOKEN, "the token is not accepted: ./carrier instagram token");
            case 403 ->
                    new Meaning(
                            Trouble.NOT_ALLOWED,
                            "Instagram does not allow it: check the app's permissions");
            case 404, 410 -> new Meaning(Trouble.GONE, "it does not exist any more");
            default ->
                    new Meaning(
                            Trouble.WRONG,
                            "Instagram refused it with an error that Carrier does not know");
        };
    }

    /** Instagram gives numbers; a text with a number in it is taken as well. */
    private static int number(JsonNode node) {
        return node.asInt(0);
    }

    private static List<Row> read() {
        try (InputStream in =
                Objects.requireNonNull(ErrorTable.class.getResourceAsStream("errors.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(ErrorTable::row)
                    .toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static Row row(String line) {
        List<String> words = List.of(line.strip().split("\\s+", 4));
        List<String> codes = List.of(words.get(0).split("(?<=\\d)-", 2));
        int from = Integer.parseInt(codes.getFirst());
        int to = Integer.parseInt(codes.getLast());
        Optional<Integer> subcode =
                Optional.of(words.get(1)).filter(it -> !it.equals("*")).map(Integer::valueOf);
        return new Row(from, to, subcode, new Meaning(Trouble.valueOf(words.get(2)), words.get(3)));
    }
}
