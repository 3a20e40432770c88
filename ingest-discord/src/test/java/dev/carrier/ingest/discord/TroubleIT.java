package dev.carrier.ingest.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Event;
import dev.carrier.runtime.settings.Secret;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** When Discord does not behave, or does not want an account. */
class TroubleIT {
    private static Town town;

    @BeforeAll
    static void open() {
        town = Town.quick();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @AfterEach
    void noMoreOrders() {
        town.client.orders().endAll();
    }

    @Test
    void anAccountThatDiscordEndsSaysWhatToFixAndTheOthersGoOn() {
        var ada = town.bot("Ada");
        var cleo = town.bot("Cleo");
        try (var worker = town.listen(ada, cleo)) {
            town.client.orders().at("discord.gateway").account(ada.name()).close(4004);

            Town.soon().until(() -> state(worker, 0) == AccountHealth.State.STOPPED);
            assertThat(worker.health().accounts().getFirst().sentence())
                    .contains("token of " + Town.account(ada))
                    .contains("reset it");
            assertThat(worker.health().isWell()).isFalse();
            town.soonSaid(cleo, town.discord.says(town.bob, town.cafe.general(), "still?").id());
            assertThat(town.texts(ada)).isEmpty();
            assertThat(state(worker, 1)).isEqualTo(AccountHealth.State.LISTENING);
        }
    }

    @Test
    void aTokenThatIsRefusedAtOnceStopsItsAccountOnly() {
        var cleo = town.bot("Cleo");
        var wrong = new DiscordAccount(new AccountId("wrong"), Secret.of("not.a.token"));
        try (var worker =
                town.worker(
                        IngestOptions.at(town.sandbox.discordApi()),
                        town.kafka,
                        List.of(wrong, Town.listening(cleo)))) {
            worker.start();
            Town.soon().until(() -> state(worker, 0) == AccountHealth.State.STOPPED);
            Town.soon().until(() -> state(worker, 1) == AccountHealth.State.LISTENING);
            assertThat(worker.health().accounts().getFirst().sentence()).contains("token of wrong");
        }
    }

    @Test
    void withoutTheIntentForTextMentionsAndDmsAreHeard() {
        var shy = town.discord.bot("Shy", Optional.empty(), Optional.of(town.bob), false);
        town.discord.joins(shy.id(), town.cafe.id());
        try (var worker = town.listen(shy)) {
            var health = worker.health().accounts().getFirst();
            assertThat(health.messageContent()).isFalse();
            assertThat(health.sentence()).contains("Message Content Intent");
            var dm = town.discord.dm(town.bob, shy.id());
            var private_ = town.discord.says(town.bob, dm, "psst");
            var mention = town.discord.says(town.bob, town.cafe.general(), "hi @Shy");
            assertThat(town.soonSaid(shy, private_.id()).text()).isEqualTo("psst");
            assertThat(town.soonSaid(shy, mention.id()).text()).isEqualTo("hi @Shy");
        }
    }

    @Test
    void whatIsDeliveredTwiceHasTheSameId() {
        var ada = town.bot("Ada");
        try (var _ = town.listen(ada)) {
            town.client
                    .orders()
                    .at("discord.gateway")
                    .method("MESSAGE_CREATE")
                    .account(ada.name())
                    .duplicate(1);
            town.discord.says(town.bob, town.cafe.general(), "echo");
            Town.soon().untilAsserted(() -> assertThat(town.said(ada)).hasSize(2));
        }
        assertThat(town.said(ada).stream().map(Event.Said::id).distinct()).hasSize(1);
    }

    @Test
    void aSessionThatIsResumedMissesNothing() {
        var ada = town.bot("Ada");
        try (var _ = town.listen(ada)) {
            town.client.orders().at("discord.gateway").account(ada.name()).cut();
            var words = IntStream.range(0, 20).mapToObj(i -> "word " + i).toList();
            words.forEach(word -> town.discord.says(town.bob, town.cafe.general(), word));
            Town.soon().untilAsserted(() -> assertThat(town.texts(ada)).hasSize(20));
            assertThat(town.texts(ada)).containsExactlyElementsOf(words);
            assertThat(town.discord.counted("identifies", ada.name())).isEqualTo(1);
        }
    }

    @Test
    void aDiscordThatDoesNotAnswerYetIsWaitedForAndLoggedInToOnce() {
        var ada = town.bot("Ada");
        var rest = town.client.orders();
        rest.at("discord.rest").path("/gateway$").status(500);
        rest.at("discord.rest").path("/users/@me$").account(ada.name()).times(2).status(500);
        try (var worker =
                town.worker(IngestOptions.at(town.sandbox.discordApi()), town.kafka, ada)) {
            worker.start();
            assertThat(state(worker, 0)).isEqualTo(AccountHealth.State.STARTING);
            assertThat(worker.health().isWell()).isFalse();
            Town.awaitListening(worker);
            town.soonSaid(ada, town.discord.says(town.bob, town.cafe.general(), "hi").id());
            assertThat(town.discord.counted("identifies", ada.name())).isEqualTo(1);
        }
    }

    @Test
    void aDiscordThatIsGoneIsRed() {
        var ada = town.bot("Ada");
        var sandbox = Sandbox.start(SandboxOptions.defaults().withIdentifyInterval(Duration.ZERO));
        var discord = new SandboxClient(sandbox.base()).discord();
        discord.bot("Ada", Optional.of(ada.token()), Optional.empty(), true);
        try (var worker = town.worker(IngestOptions.at(sandbox.discordApi()), town.kafka, ada)) {
            worker.start();
            Town.awaitListening(worker);
            sandbox.close();
            Town.soon().until(() -> state(worker, 0) == AccountHealth.State.DEAF);
        } finally {
            sandbox.close();
        }
    }

    @Test
    void aQuietLineIsAskedAndAnAnswerlessOneIsRed() {
        var ada = town.bot("Ada");
        var clock = new MovedClock();
        try (var sandbox = Sandbox.start(SandboxOptions.defaults())) {
            // Heartbeats 41 s apart: nothing but our own question shows that the line is alive.
            var client = new SandboxClient(sandbox.base());
            client.discord().bot("Ada", Optional.of(ada.token()), Optional.empty(), true);
            try (var worker =
                    new IngestDiscord(
                            List.of(Town.listening(ada)),
                            IngestOptions.at(sandbox.discordApi()),
                            town.kafka,
                            town.redis,
                            _ -> {},
                            clock)) {
                worker.start();
                Town.awaitListening(worker);
                clock.move(Pulse.DEAF_AFTER.plusSeconds(1));
                assertThat(state(worker, 0)).isEqualTo(AccountHealth.State.DEAF);
                Town.soon().until(() -> state(worker, 0) == AccountHealth.State.LISTENING);

                client.orders().at("discord.gateway").account("Ada").deaf();
                clock.move(Pulse.DEAF_AFTER.plusSeconds(1));
                long signals = client.signals().last();
                assertThat(state(worker, 0)).isEqualTo(AccountHealth.State.DEAF);
                assertThat(client.signals().after(signals, Duration.ofSeconds(6))).isEmpty();
                assertThat(state(worker, 0)).isEqualTo(AccountHealth.State.DEAF);
            }
        }
    }

    private static AccountHealth.State state(IngestDiscord worker, int account) {
        return worker.health().accounts().get(account).state();
    }
}
