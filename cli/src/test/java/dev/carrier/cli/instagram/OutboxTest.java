package dev.carrier.cli.instagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carrier.contracts.PostItem;
import dev.carrier.runtime.OldFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
    void whatNobodyOrderedForLongIsDeletedAndWhatIsOrderedAgainIsKept() throws Exception {
        Path box = folder.resolve("outbox");
        Path bees = Files.writeString(folder.resolve("bees.jpg"), "bees");
        Path wasps = Files.writeString(folder.resolve("wasps.jpg"), "wasps");
        Path kept = box.resolve(new Outbox(box).put(bees, Optional.empty()).file());
        Path old = box.resolve(new Outbox(box).put(wasps, Optional.empty()).file());
        Instant soon = Instant.now().minus(OldFiles.OF_POSTS).plusSeconds(3600);
        OldFiles.used(kept, soon);
        OldFiles.used(old, soon.minusSeconds(7200));

        new Outbox(box).put(bees, Optional.empty());

        assertThat(old).doesNotExist();
        assertThat(Files.getLastModifiedTime(kept).toInstant()).isAfter(soon);
        try (var inside = Files.list(box)) {
            assertThat(inside).hasSize(1);
        }
    }

    @Test
    void aFileThatIsNotThereIsOneSentence() {
        assertThatThrownBy(() -> Outbox.requireReadable(folder.resolve("no.jpg")))
                .hasMessageContaining("there is no file");
    }
}
