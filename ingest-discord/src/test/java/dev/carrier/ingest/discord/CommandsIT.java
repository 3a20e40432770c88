package dev.carrier.ingest.discord;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Event;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.contracts.Topics;
import dev.carrier.runtime.Seal;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.TopicReader;
import dev.carrier.sandbox.DiscordClient.NewBot;
import dev.carrier.sandbox.SeenCommand;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Commands from their registration to the event, with JDA against the sandbox. */
class CommandsIT {
    private static final String REGISTERED = "PUT /applications/{application}/commands";
    private static final long MANAGE_SERVER = 1L << 5;

    private static Town town;

    @BeforeAll
    static void aTown() {
        town = Town.quick();
    }

    @AfterAll
    static void itEnds() {
        town.close();
    }

    private static SeenCommand uses(String who, String where, NewBot bot, String command) {
        return town.discord.uses(
                who, where, bot.id(), command, Map.of("text", "hello?", "message", "1"));
    }

    private static void awaitCommands(NewBot bot) {
        Town.soon().untilAsserted(() -> assertThat(town.discord.commands(bot.id())).isNotEmpty());
    }

    private static Event.Commanded soonHeard(NewBot bot, SeenCommand used) {
        Town.soon()
                .untilAsserted(() ->
                        assertThat(town.heard(bot, Event.Commanded.class))
                                .anyMatch(it -> it.id().message().equals(used.id())));
        return town.heard(bot, Event.Commanded.class).stream()
                .filter(it -> it.id().message().equals(used.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void commandsAreRegisteredOnceAndNotAgainByTheNextSession() {
        var ada = town.bot("Ada");
        long before = town.discord.counted("requests", REGISTERED);
        try (var _ = town.listen(ada)) {
            awaitCommands(ada);
            assertThat(town.discord.commands(ada.id()))
                    .containsExactlyInAnyOrder(
                            "ask", "pause", "resume", "why", "forget-me", "characters");
        }
        long reads = town.discord.counted("requests", REGISTERED.replace("PUT", "GET"));
        try (var _ = town.listen(ada)) {
            Town.soon()
                    .untilAsserted(() ->
                            assertThat(
                                            town.discord.counted(
                                                    "requests", REGISTERED.replace("PUT", "GET")))
                                    .isGreaterThan(reads));
        }
        assertThat(town.discord.counted("requests", REGISTERED)).isEqualTo(before + 1);
    }

    @Test
    void aQuestionIsAnnouncedToAllAndPublishedWithASealedAddress() {
        var ada = town.bot("Ada");
        try (var _ = town.listen(ada)) {
            awaitCommands(ada);
            SeenCommand used = uses(town.bob, town.cafe.general(), ada, "ask");
            Event.Commanded event = soonHeard(ada, used);

            assertThat(event.command()).isEqualTo("ask");
            assertThat(event.options()).containsEntry("text", "hello?");
            assertThat(event.in().guild()).contains(town.cafe.id());
            assertThat(event.by().person().value()).endsWith(town.bob);
            assertThat(event.heardBy().getFirst().owned()).isTrue();
            assertThat(event.interaction().application()).isEqualTo(ada.id());
            assertThat(new Seal(ada.token()).open(event.interaction().sealed()))
                    .contains(used.token());
            Town.soon()
                    .untilAsserted(() ->
                            assertThat(town.discord.command(used.id()).state())
                                    .isEqualTo("deferred"));
            assertThat(town.discord.command(used.id()).ephemeral()).isFalse();
            assertThat(whatKafkaHas()).contains(used.id()).doesNotContain(used.token());
        }
    }

    @Test
    void whoMayManageIsWhatDiscordSaysAndInADmOnlyTheOwner() {
        var ada = town.bot("Ada");
        String mo = town.discord.person("Mo");
        String cy = town.discord.person("Cy");
        try (var _ = town.listen(ada)) {
            awaitCommands(ada);
            // Roles that this session has never heard of.
            town.discord.joins(mo, town.cafe.id(), MANAGE_SERVER);
            town.discord.joins(cy, town.cafe.id());
            String general = town.cafe.general();
            assertThat(soonHeard(ada, uses(mo, general, ada, "pause")).mayManage()).isTrue();
            assertThat(soonHeard(ada, uses(cy, general, ada, "pause")).mayManage()).isFalse();

            String withMo = town.discord.dm(mo, ada.id());
            String withBob = town.discord.dm(town.bob, ada.id());
            Event.Commanded mos = soonHeard(ada, uses(mo, withMo, ada, "pause"));
            assertThat(mos.in().kind()).isEqualTo(PlaceKind.DM);
            assertThat(mos.mayManage()).isFalse();
            assertThat(soonHeard(ada, uses(town.bob, withBob, ada, "pause")).mayManage()).isTrue();
        }
    }

    @Test
    void whileKafkaIsAwayOnlyWhoAskedIsToldSo() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var nowhere = new KafkaClients("127.0.0.1:" + port, Map.of());
        var ada = town.bot("Ada");
        try (var worker = town.worker(IngestOptions.at(town.sandbox.discordApi()), nowhere, ada)) {
            worker.start();
            awaitCommands(ada);
            SeenCommand asked = uses(town.bob, town.cafe.general(), ada, "ask");
            SeenCommand pause = uses(town.bob, town.cafe.general(), ada, "pause");
            for (SeenCommand used : List.of(asked, pause)) {
                Town.soon()
                        .untilAsserted(() -> {
                            SeenCommand now = town.discord.command(used.id());
                            assertThat(now.text()).contains("cannot be reached just now");
                            assertThat(now.replies()).allMatch(reply -> reply.ephemeral());
                        });
            }
        }
    }

    private static String whatKafkaHas() {
        var all = new StringBuilder();
        try (var records = new TopicReader(town.kafka, "test").all(Topics.EVENTS)) {
            records.forEach(record -> all.append(new String(record.value(), UTF_8)).append('\n'));
        }
        return all.toString();
    }
}
