package dev.carrier.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldFilesTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

    @TempDir Path folder;

    @Test
    void whatIsOldGoesAndWhatIsNewOrUsedAgainStays() throws Exception {
        Path old = file("old.jpg", Duration.ofDays(9));
        Path young = file("young.jpg", Duration.ofDays(7));
        Path again = file("again.jpg", Duration.ofDays(30));
        OldFiles.used(again, NOW);
        Path below = Files.createDirectory(folder.resolve("below"));

        assertThat(OldFiles.delete(folder, NOW.minus(OldFiles.OF_POSTS))).isEqualTo(1);

        assertThat(old).doesNotExist();
        assertThat(young).exists();
        assertThat(again).exists();
        assertThat(below).exists();
    }

    @Test
    void aFolderThatIsNotThereHasNothingOld() {
        assertThat(OldFiles.delete(folder.resolve("none"), NOW)).isZero();
    }

    private Path file(String name, Duration age) throws Exception {
        Path file = Files.writeString(folder.resolve(name), name);
        OldFiles.used(file, NOW.minus(age));
        return file;
    }
}
