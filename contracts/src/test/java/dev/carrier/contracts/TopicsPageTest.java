package dev.carrier.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/topics.md} says what the code says; {@code -Dgolden.write=true} writes it anew. */
class TopicsPageTest {
    private static final Path PAGE = Path.of("../docs/topics.md");

    @Test
    void thePageAboutTheTopicsSaysWhatTheCodeSays() throws IOException {
        String page = page();
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String page() {
        StringBuilder page = new StringBuilder();
        page.append("# Topics\n\n")
                .append(
                        "Written from the code by `TopicsPageTest`, which fails when the two differ:\n")
                .append(
                        "`mvn test -pl contracts -Dgolden.write=true -Dtest=TopicsPageTest` writes it anew.\n\n")
                .append(
                        "Values are canonical JSON (keys sorted, UTC, absent fields left out) with a `type`. Keys are\n")
                .append(
                        "conversations; `carrier.settings` is keyed by kind and hash. A reader passes over fields and\n")
                .append("kinds that it does not know. Records carry the headers `")
                .append(
                        String.join(
                                "`, `",
                                Headers.CONVERSATION,
                                Headers.TURN,
                                Headers.ABOUT,
                                Headers.ACCOUNT,
                                Headers.TRACE))
                .append("` where they apply.\n\n")
                .append(
                        "| topic | carries | written by | read by | kept |\n| --- | --- | --- | --- | --- |\n");
        for (Topic<? extends Travels> topic : Topics.all()) {
            page.append(
                    "| `%s` | %s | %s | %s | %s |\n"
                            .formatted(
                                    topic.name(),
                                    topic.purpose(),
                                    topic.writtenBy(),
                                    topic.readBy(),
                                    topic.compacted()
                                            ? "the newest of each key"
                                            : "`kafka.retention`"));
        }
        for (Topic<? extends Travels> topic : Topics.all()) {
            page.append("\n## `")
                    .append(topic.name())
                    .append("`\n\n| type | fields |\n| --- | --- |\n");
            new TreeMap<>(Json.kinds(topic.carries()))
                    .forEach((kind, type) ->
                            page.append("| `%s` | %s |\n".formatted(kind, fields(type))));
        }
        return page.toString();
    }

    private static String fields(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .sorted((one, other) -> one.getName().compareTo(other.getName()))
                .map(TopicsPageTest::field)
                .collect(Collectors.joining(", "));
    }

    private static String field(RecordComponent component) {
        String type =
                component
                        .getGenericType()
                        .getTypeName()
                        .replaceAll("[a-z]+\\.", "")
                        .replaceAll("\\w+\\$", "");
        boolean optional = type.startsWith("Optional<");
        String plain = optional ? type.substring(9, type.length() - 1) : type;
        return "`"
                + component.getName()
                + (optional ? "?" : "")
                + "` "
                + plain.replace("<", " of ").replace(">", "");
    }
}
