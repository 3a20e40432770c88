package dev.carrier.cli.instagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carrier.contracts.PostItem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
    @TempDir Path folder;

    @Test
    void whatIsOrderedIsKeptWhateverBecomesOfTheOriginal() throws Exception {
        Path original = Files.writeString(folder.resolve("Bees.JPG"), "bees");
        Path box = folder.resolve("outbox");

        PostItem item = new Outbox(box).put(original, Optional.of("Bees."));
        Files.writeString(original, "wasps");
        PostItem other = new Outbox(box).put(original, Optional.empty());

        assertThat(item.file()).matches("[0-9a-f]{64}\\.jpg");
        assertThat(item.name()).isEqualTo("Bees.JPG");
        assertThat(box.resolve(item.file())).hasContent("bees");
        assertThat(box.resolve(other.file())).hasContent("wasps");
        try (var inside = Files.list(box)) {
            assertThat(inside).hasSize(2);
        }
    }

    @Test
    void aFileThatIsNotThereIsOneSentence() {
        assertThatThrownBy(() -> Outbox.requireReadable(folder.resolve("no.jpg")))
                .hasMessageContaining("there is no file");
    }
}
