package dev.carrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.embedded.EmbeddedOptions;
import dev.carrier.embedded.EmbeddedServers;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.TopicSetup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PauseCommandTest {
    @TempDir Path data;
    @TempDir Path operator;

    @Test
    void aPauseWhileNothingRunsHoldsFromTheNextStartOn() throws Exception {
        Path settings =
                Files.writeString(
                        operator.resolve("carrier.yaml"),
                        """
                        accounts:
                          ada: { character: ada.json }
                          juno: { character: juno.json }
                        """);
        somethingRanOnce();

        Typed first = pause(settings, "ada");
        Typed second = pause(settings, "juno", "--json");

        assertThat(first.out())
                .as(first.err())
                .isEqualTo(
                        "paused: ada; speaking: juno\nnothing runs on "
                                + data
                                + " now: this holds from the next start on\n");
        assertThat(second.out())
                .isEqualTo("{\"paused\":[\"ada\",\"juno\"],\"speaking\":[],\"running\":false}\n");
    }

    private void somethingRanOnce() {
        try (EmbeddedServers servers = EmbeddedServers.start(EmbeddedOptions.in(data));
                var admin = new KafkaClients(servers.kafka().bootstrap(), Map.of()).admin("test")) {
            TopicSetup.ensure(admin, 2, Duration.ofDays(7), 1);
        }
    }

    private Typed pause(Path settings, String account, String... more) {
        String[] args = {
            "pause", account, "--config", settings.toString(), "--data", data.toString()
        };
        String[] all = new String[args.length + more.length];
        System.arraycopy(args, 0, all, 0, args.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return Typed.carrier(all);
    }
}
