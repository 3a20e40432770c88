package dev.carrier.sandbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sandbox as a process of its own. */
class SandboxMainTest {
    private static Process sandbox(String... args) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                SandboxMain.class.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command).start();
    }

    @Test
    void itSaysWhereItIsAndAnswersThere() throws Exception {
        var process = sandbox("--port", "0");
        try (var out = process.inputReader()) {
            var line = out.lines().filter(l -> l.startsWith("sandbox ready on ")).findFirst();
            var base = URI.create(line.orElseThrow().substring("sandbox ready on ".length()));
            var discord = new SandboxClient(base).discord();
            assertThat(discord.bot("Ada").token()).isNotEmpty();
        } finally {
            process.destroy();
            assertThat(process.waitFor(30, SECONDS)).isTrue();
        }
    }

    @Test
    void aPortInUseIsSaidInOneLine() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var process = sandbox("--port", Integer.toString(taken.getLocalPort()));
            assertThat(process.waitFor(60, SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(2);
            assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("port " + taken.getLocalPort() + " cannot be used")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void optionsAreReadAndUnknownOnesRefused() {
        assertThat(SandboxMain.options("--nonce-expiry", "250").nonceExpiry())
                .isEqualTo(Duration.ofMillis(250));
        assertThat(SandboxMain.options("--messages-per-5s", "9").sizes().messages()).isEqualTo(9);
        assertThatThrownBy(() -> SandboxMain.options("--colour", "1"))
                .hasMessageContaining("--colour");
        assertThatThrownBy(() -> SandboxMain.options("--port", "high"))
                .hasMessageContaining("--port");
    }
}
