package dev.carrier.pipeline.character;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CharacterWatchTest {
    @TempDir Path folder;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private Path path;
    private CharacterWatch watch;

    @BeforeEach
    void begin() throws IOException {
        path = Files.writeString(folder.resolve("bo.json"), "{\"name\":\"Bo\"}");
        watch =
                new CharacterWatch(
                        List.of(CharacterFile.load(path)), Duration.ofMillis(20), new Heard());
    }

    @Test
    void aChangedFileIsTakenUp() throws IOException {
        try (CharacterWatch running = watch) {
            running.start();
            Files.writeString(path, "{\"name\":\"Bo the second\"}");

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(heard).contains("changed Bo the second"));
        }
    }

    @Test
    void anUnreadableChangeIsReportedOnceAndItsRepairIsTakenUp() throws IOException {
        Files.writeString(path, "{\"name\":");
        watch.look();
        watch.look();
        assertThat(heard).singleElement().asString().contains("broken").contains("stays in force");

        Files.writeString(path, "{\"name\":\"Bo again\"}");
        watch.look();
        watch.look();
        assertThat(heard).hasSize(2).last().isEqualTo("changed Bo again");
    }

    @Test
    void aFileThatIsOnlyTouchedIsNoNewVersion() throws IOException {
        Files.writeString(path, "{ \"name\" : \"Bo\" }");
        watch.look();

        assertThat(heard).isEmpty();
    }

    @Test
    void aChangedDocumentIsAChangedCharacter() throws IOException {
        Files.writeString(folder.resolve("a.md"), "one");
        Files.writeString(path, "{\"name\":\"Bo\",\"knowledge\":[{\"path\":\"a.md\"}]}");
        watch.look();
        watch.look();
        Files.writeString(folder.resolve("a.md"), "one and two");
        watch.look();

        assertThat(heard).containsExactly("changed Bo", "changed Bo");
    }

    private final class Heard implements CharacterWatch.Listener {
        @Override
        public void changed(CharacterFile file) {
            heard.add("changed " + file.character().name());
        }

        @Override
        public void unreadable(Path path, String sentence) {
            heard.add("unreadable " + sentence);
        }
    }
}
