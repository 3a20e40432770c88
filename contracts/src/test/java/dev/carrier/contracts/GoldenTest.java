package dev.carrier.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every shape ever published, as files: what is written today is what the file says, and every file
 * is still read. A new kind needs a file: {@code mvn test -pl contracts -Dgolden.write=true} makes
 * it.
 */
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsWrittenIsWhatTheGoldenFileSays(Travels sample) throws IOException {
        Path file = FOLDER.resolve(Json.kindOf(sample.getClass()) + ".json");
        String written = new String(Json.write(sample), StandardCharsets.UTF_8) + "\n";
        if (Boolean.getBoolean("golden.write") && Files.notExists(file)) {
            Files.writeString(file, written);
        }
        assertThat(file).hasContent(written.strip());
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyGoldenFileIsReadAndWrittenAgainAsItIs(Path file) throws IOException {
        ObjectNode tree = Json.parse(Files.readAllBytes(file));
        Topic<? extends Travels> topic = topicOf(tree.path("type").asString());

        Travels value = Json.read(topic, Files.readAllBytes(file));

        assertThat(value).isNotInstanceOf(Unread.class);
        assertThat(new String(Json.write(value), StandardCharsets.UTF_8))
                .isEqualTo(Files.readString(file).strip());
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFieldFromANewerBuildDoesNotStopAReader(Path file) throws IOException {
        ObjectNode tree = Json.parse(Files.readAllBytes(file));
        Topic<? extends Travels> topic = topicOf(tree.path("type").asString());
        Travels before = Json.read(topic, Files.readAllBytes(file));

        tree.put("fromTheFuture", 1);

        assertThat((Object) Json.read(topic, Json.canonical(tree))).isEqualTo(before);
    }

    @Test
    void everyKindOfEveryTopicHasAGoldenFile() throws IOException {
        Set<String> kinds = new TreeSet<>();
        Topics.all().forEach(topic -> kinds.addAll(Json.kinds(topic.carries()).keySet()));
        Set<String> files = new TreeSet<>();
        files().forEach(file -> files.add(file.getFileName().toString().replace(".json", "")));

        assertThat(files).containsAll(kinds);
    }

    static Stream<Travels> samples() {
        return Samples.all().stream();
    }

    static Stream<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(FOLDER)) {
            return all.sorted().toList().stream();
        }
    }

    private static Topic<? extends Travels> topicOf(String kind) {
        return Topics.all().stream()
                .filter(topic -> Json.kinds(topic.carries()).containsKey(kind))
                .findFirst()
                .orElseThrow();
    }
}
