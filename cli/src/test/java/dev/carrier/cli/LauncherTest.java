package dev.carrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code carrier}, in a copy of the project's shape with a java and a mvn that talk. */
class LauncherTest {
    @TempDir Path folder;
    Path root;
    Path java25;
    Path tools;

    @BeforeEach
    void project() throws IOException {
        root = Files.createDirectories(folder.resolve("project"));
        Files.copy(Path.of("..", "carrier"), root.resolve("carrier"));
        assertThat(root.resolve("carrier").toFile().setExecutable(true)).isTrue();
        Files.createDirectories(root.resolve("cli/src/main"));
        Files.writeString(root.resolve("cli/pom.xml"), "");
        Files.writeString(root.resolve("pom.xml"), "");
        java25 = java("jdk-25", "25.0.1");
        tools = Files.createDirectories(folder.resolve("tools"));
        script(
                tools.resolve("mvn"),
                """
                echo "built with $JAVA_HOME" >> %s
                echo '[INFO] Building carrier-contracts 0.1.0    [2/11]'
                mkdir -p cli/target/lib && touch cli/target/carrier-cli.jar
                """
                        .formatted(folder.resolve("builds")));
    }

    @Test
    void itBuildsOnceAndAgainWhenASourceIsNewer() throws Exception {
        assertThat(launch(java25, "demo").out()).startsWith("25.0.1 ").endsWith(".Carrier demo\n");
        assertThat(launch(java25, "up").out()).endsWith(".Carrier up\n");
        assertThat(folder.resolve("builds")).hasContent("built with " + java25);

        Files.setLastModifiedTime(
                Files.writeString(root.resolve("cli/src/main/New.java"), ""),
                FileTime.fromMillis(System.currentTimeMillis() + 60_000));
        launch(java25, "up");

        assertThat(Files.readAllLines(folder.resolve("builds"))).hasSize(2);
    }

    @Test
    void argumentsArriveAsTheyWereTyped() throws Exception {
        script(java25.resolve("bin/java"), "for last; do :; done; echo \"$# [$last]\"\n");

        int options = Integer.parseInt(launch(java25).out().split(" ")[0]);

        assertThat(launch(java25, "chat", "a  b *").out()).isEqualTo(options + 2 + " [a  b *]\n");
    }

    @Test
    void anOlderJavaIsPassedOver() throws Exception {
        Path java17 = java("jdk-17", "17.0.9");

        Typed seen = launch(java17, "up");

        assertThat(seen.out() + seen.err()).doesNotContain("17.0.9");
    }

    @Test
    void aBuildThatFailsShowsWhyAndWhereItsLogIs() throws Exception {
        script(
                tools.resolve("mvn"),
                """
                echo '[ERROR] Carrier.java:[1,1] a semicolon is missing'
                exit 1
                """);

        Typed seen = launch(java25, "up");

        assertThat(seen.code()).isEqualTo(1);
        assertThat(seen.out()).isEmpty();
        assertThat(seen.err())
                .contains("a semicolon is missing")
                .contains("carrier: the build failed: its log is ")
                .contains("target/build.log");
        assertThat(root.resolve("target/build.lock")).doesNotExist();
    }

    private Typed launch(Path javaHome, String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(root.resolve("carrier").toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().put("PATH", tools + ":/usr/local/bin:/usr/bin:/bin");
        builder.redirectOutput(folder.resolve("out").toFile());
        builder.redirectError(folder.resolve("err").toFile());
        Process process = builder.start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Typed(
                process.exitValue(),
                Files.readString(folder.resolve("out")),
                Files.readString(folder.resolve("err")));
    }

    private Path java(String name, String version) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        Files.createDirectories(home.resolve("bin"));
        script(home.resolve("bin/java"), "echo \"" + version + " $*\"\n");
        return home;
    }

    private static void script(Path path, String body) throws IOException {
        Files.writeString(path, "#!/bin/sh\n" + body);
        assertThat(path.toFile().setExecutable(true)).isTrue();
    }
}
