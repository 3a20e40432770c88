package dev.carrier.runtime.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carrier.embedded.TestServers;
import dev.carrier.runtime.Part;
import dev.carrier.runtime.SetupProblem;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock("processes")
class WorkerTest {
    @TempDir File folder;

    /** A worker like any other, run as a process of its own. */
    static final class Sleeper {
        static void main(String[] args) {
            Worker.run(
                    "sleeper",
                    args,
                    worker -> {
                        System.out.println("redis " + worker.redis().ping().orElse("answers"));
                        worker.parts()
                                .add(
                                        Part.of(
                                                "sleeper",
                                                _ -> System.out.println("drained"),
                                                () -> System.out.println("closed")));
                    });
        }
    }

    @Test
    void aWorkerThatIsToldToEndDrainsAndCloses() throws Exception {
        var servers = TestServers.shared().where();
        Process process =
                sleeper(
                        "--set", "kafka.bootstrap=" + servers.kafka(),
                        "--set", "redis.url=" + servers.redis(),
                        "--set", "http.health=0");
        try (BufferedReader out = process.inputReader()) {
            assertThat(out.readLine()).isEqualTo("redis answers");
            assertThat(out.readLine())
                    .matches("sleeper ready, health http://127.0.0.1:\\d+/health/ready");

            process.toHandle().destroy();

            assertThat(out.readLine()).isEqualTo("drained");
            assertThat(out.readLine()).isEqualTo("closed");
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aMistakeOfTheSettingsIsOneSentenceAndTwo() throws Exception {
        Process process = sleeper("--set", "http.healht=0");
        try (BufferedReader err = process.errorReader()) {
            assertThat(err.lines().toList())
                    .containsExactly(
                            "carrier: command line: there is no key 'healht' in http; did you mean"
                                    + " 'health'?");
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(2);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void optionsAreAFileAFolderAndSingleKeys() {
        WorkerOptions options =
                WorkerOptions.parse("--config", "a.yaml", "--set", "log.level=debug");

        assertThat(options)
                .isEqualTo(new WorkerOptions(Path.of("a.yaml"), Map.of("log.level", "debug")));
        assertThat(WorkerOptions.parse("--data", "d").overrides().get("data")).startsWith("/");
        assertThatThrownBy(() -> WorkerOptions.parse("--confg", "x"))
                .isInstanceOf(SetupProblem.class)
                .hasMessageContaining("did you mean '--config'?");
        assertThatThrownBy(() -> WorkerOptions.parse("--set")).hasMessageContaining("--set needs");
    }

    private Process sleeper(String... args) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(Sleeper.class.getName());
        command.addAll(List.of(args));
        return new ProcessBuilder(command).directory(folder).start();
    }
}
