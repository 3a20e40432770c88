package dev.carrier.runtime.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carrier.contracts.Topics;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildInfoTest {
    @TempDir Path folder;

    @Test
    void theVersionIsThatOfTheBuild() {
        assertThat(BuildInfo.released()).matches("\\d+\\.\\d+\\.\\d+.*");
    }

    @Test
    void theHashIsOfTheModulesInWhateverOrderTheyAreNamed() {
        BuildInfo build = BuildInfo.of(Topics.class, BuildInfo.class);

        assertThat(build.hash()).matches("[0-9a-f]{16}");
        assertThat(BuildInfo.of(CodeHash.class, Topics.class, BuildInfo.class)).isEqualTo(build);
        assertThat(BuildInfo.of(Topics.class)).isNotEqualTo(build);
    }

    @Test
    void whatIsNotOursHasNoHash() {
        assertThatThrownBy(() -> BuildInfo.of(String.class))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aJarAndAFolderOfTheSameCodeHaveOneHash() throws Exception {
        Path classes = Files.createDirectories(folder.resolve("classes/a"));
        Files.writeString(classes.resolve("B.class"), "code");
        Path jar = folder.resolve("a.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(out)) {
            zip.putNextEntry(new JarEntry("META-INF/MANIFEST.MF"));
            zip.write("Built-At: now".getBytes(UTF_8));
            zip.putNextEntry(new JarEntry("a/B.class"));
            zip.write("code".getBytes(UTF_8));
        }

        String hash = CodeHash.ofPlace(folder.resolve("classes"));
        assertThat(CodeHash.ofPlace(jar)).isEqualTo(hash);
        Files.writeString(classes.resolve("B.class"), "other");
        assertThat(CodeHash.ofPlace(folder.resolve("classes"))).isNotEqualTo(hash);
    }
}
