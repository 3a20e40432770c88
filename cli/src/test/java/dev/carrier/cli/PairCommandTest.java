package dev.carrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.SettingsVersion.Asked;
import dev.carrier.embedded.EmbeddedOptions;
import dev.carrier.embedded.EmbeddedServers;
import dev.carrier.runtime.feed.SettingsWriter;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.TopicSetup;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairCommandTest {
    private final Instant now = Instant.now();

    @TempDir Path data;
    private EmbeddedServers servers;

    @BeforeEach
    void somebodyAsked() {
        servers = EmbeddedServers.start(EmbeddedOptions.in(data));
        KafkaClients kafka = new KafkaClients(servers.kafka().bootstrap(), Map.of());
        try (var admin = kafka.admin("test");
                var writer = new SettingsWriter(kafka, "test")) {
            TopicSetup.ensure(admin, 2, Duration.ofDays(7), 1);
            writer.write(asked("9", "Bo\u001b[2J", "K7QX2MPD", now));
            writer.write(asked("8", "Cleo", "ABCD2345", now.minus(Duration.ofHours(2))));
        }
    }

    @AfterEach
    void end() {
        servers.close();
    }

    @Test
    void whoWaitsIsListedLetInByTheCodeAndTakenBack() {
        assertThat(carrier("pair").out())
                .startsWith("waiting  K7QX2MPD  Bo[2J, discord:user:9, asked ada at ")
                .doesNotContain("Cleo")
                .doesNotContain("\u001b");
        assertThat(carrier("pair", "k7qx-2mpd").out())
                .isEqualTo("Bo[2J, discord:user:9, is let in: the next DM is answered\n");
        assertThat(carrier("pair").out())
                .startsWith("paired   discord:user:9  since ")
                .contains("nobody waits");
        assertThat(carrier("unpair", "9").out())
                .isEqualTo("discord:user:9 is not let in any more\n");
        assertThat(carrier("pair", "--json").out())
                .contains("\"code\":\"K7QX2MPD\"")
                .contains("\"paired\":[]");
    }

    @Test
    void whatIsWrongIsOneSentenceWithTheWayOut() {
        Typed unknown = carrier("pair", "K7QX2MPE");
        Typed old = carrier("pair", "ABCD2345");
        Typed stranger = carrier("unpair", "discord:user:5");

        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err())
                .contains("nobody was told the code 'K7QX2MPE'; did you mean 'K7QX2MPD'?");
        assertThat(old.code()).isEqualTo(2);
        assertThat(old.err()).contains("the code ABCD2345 ran out at ");
        assertThat(stranger.code()).isEqualTo(2);
        assertThat(stranger.err()).contains("'discord:user:5' is not paired");
    }

    private static Asked asked(String person, String name, String code, Instant at) {
        return new Asked(
                new PersonId("discord:user:" + person),
                name,
                new AccountId("ada"),
                new ConversationId("discord:channel:" + person),
                code,
                at,
                at.plus(Duration.ofHours(1)));
    }

    private Typed carrier(String... args) {
        String[] all = new String[args.length + 2];
        System.arraycopy(args, 0, all, 0, args.length);
        all[args.length] = "--data";
        all[args.length + 1] = data.toString();
        return Typed.carrier(all);
    }
}
