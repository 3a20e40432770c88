package dev.carrier.ingest.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.sandbox.DiscordClient.NewBot;
import dev.carrier.sandbox.OrdersClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

/**
 * An account that cannot connect, or no longer hears, says so, says why, and goes on by itself
 * where that is of any use; the others beside it hear all the while. Silence is measured by a clock
 * that the test moves.
 */
class ConnectionIT {
    private static final Duration TOO_LONG = Pulse.DEAF_AFTER.plusSeconds(1);

    private static Town town;

    private final MovedClock clock = new MovedClock();

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
    void aDiscordThatIsNotThereIsWaitedFor() throws IOException {
        var ada = town.bot("Ada");
        try (var discord = new Relay(town.sandbox.port());
                var worker = town.worker(at("127.0.0.1:" + discord.port), town.kafka, ada)) {
            worker.start();
            Town.soon()
                    .untilAsserted(
                            () -> assertThat(trouble(worker, 0)).contains("connection is refused"));
            assertThat(health(worker, 0).state()).isEqualTo(AccountHealth.State.STARTING);
            // Once it is there it does not know what it is doing, and then that it is too much.
            login(ada).status(500);
            login(ada).after(1).rateLimited(1);
            discord.open();
            Town.awaitListening(worker);
            assertThat(health(worker, 0).trouble()).isEmpty();
            assertThat(town.discord.counted("identifies", ada.name())).isEqualTo(1);
        }
    }

    @Test
    void aNameThatIsNotKnownIsSaid() {
        var ada = town.bot("Ada");
        try (var worker = town.worker(at("discord.invalid"), town.kafka, ada)) {
            worker.start();
            Town.soon().untilAsserted(() -> assertThat(trouble(worker, 0)).contains("not known"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "4004, reset it on the page Bot",
        "4010, correct accounts.",
        "4011, shards.total to more",
        "4012, update Carrier",
        "4013, update Carrier"
    })
    void whatEndsAnAccountForGoodSaysWhatToFixAndTheOthersHear(int code, String sentence) {
        var ada = town.bot("Ada");
        var cleo = town.bot("Cleo");
        try (var worker = town.listen(ada, cleo)) {
            town.client.orders().at("discord.gateway").account(ada.name()).close(code);
            Town.soon().until(() -> health(worker, 0).state() == AccountHealth.State.STOPPED);
            assertThat(trouble(worker, 0))
                    .contains(sentence)
                    .contains(code == 4012 || code == 4013 ? "" : Town.account(ada).value());
            town.soonSaid(cleo, town.discord.says(town.bob, town.cafe.general(), "still?").id());
            assertThat(health(worker, 1).trouble()).isEmpty();
            assertThat(town.discord.counted("identifies", ada.name()))
                    // JDA tries once more after 4012, whatever it is told.
                    .isLessThanOrEqualTo(code == 4012 ? 2 : 1);
        }
    }

    @Test
    void anIntentThatIsTakenAwayCostsTheTextAndNothingElse() {
        var ada = town.bot("Ada");
        var cleo = town.bot("Cleo");
        try (var worker = town.listen(ada, cleo)) {
            town.client.orders().at("discord.gateway").account(ada.name()).close(4014);
            Town.soon().until(() -> town.discord.counted("identifies", ada.name()) == 2);
            Town.soon().until(() -> health(worker, 0).state() == AccountHealth.State.LISTENING);
            assertThat(health(worker, 0).messageContent()).isFalse();
            assertThat(health(worker, 0).trouble()).isEmpty();
            assertThat(health(worker, 0).warning().orElseThrow())
                    .contains("only mentions of it and DMs")
                    .contains("start again");
            var plain = town.discord.says(town.bob, town.cafe.general(), "among ourselves");
            var mention = town.discord.says(town.bob, town.cafe.general(), "hi @" + ada.name());
            assertThat(town.soonSaid(ada, mention.id()).text()).startsWith("hi @");
            assertThat(town.soonSaid(cleo, plain.id()).text()).isEqualTo("among ourselves");
            assertThat(health(worker, 1).messageContent()).isTrue();
            assertThat(town.discord.counted("identifies", ada.name())).isEqualTo(2);
        }
    }

    @Test
    void aTokenThatIsRevokedStopsItsAccountAndWhatWasMissedIsNotPassedOver() {
        var ada = town.bot("Ada");
        var cleo = town.bot("Cleo");
        try (var worker = town.listen(ada, cleo)) {
            town.soonSaid(ada, town.discord.says(town.bob, town.cafe.general(), "before").id());
            town.client
                    .orders()
                    .at("discord.rest")
                    .account(ada.name())
                    .path("/channels/")
                    .times(-1)
                    .status(401);
            town.client.orders().at("discord.gateway").account(ada.name()).invalidSession(false);
            town.discord.says(town.bob, town.cafe.general(), "missed");
            Town.soon().until(() -> health(worker, 0).state() == AccountHealth.State.STOPPED);
            assertThat(trouble(worker, 0)).contains("token of " + Town.account(ada));
            assertThat(health(worker, 1).trouble()).isEmpty();
        }
        town.client.orders().endAll();
        assertThat(town.texts(ada)).containsExactly("before");
        try (var _ = town.listen(ada)) {
            Town.soon()
                    .untilAsserted(
                            () -> assertThat(town.texts(ada)).containsExactly("before", "missed"));
        }
    }

    @Test
    void aLineOverWhichNothingGoesIsRedWhateverTheRestApiSaysAndHeardAgain() {
        var ada = town.bot("Ada");
        try (var worker = worker(town.kafka, town.redis, ada)) {
            worker.start();
            Town.awaitListening(worker);
            town.client.orders().at("discord.gateway").account(ada.name()).freeze();
            town.discord.says(town.bob, town.cafe.general(), "who hears?");
            clock.move(TOO_LONG);
            assertThat(health(worker, 0).state()).isEqualTo(AccountHealth.State.DEAF);
            assertThat(trouble(worker, 0)).contains("has not answered since");
            Town.awaitListening(worker);
            Town.soon()
                    .untilAsserted(() -> assertThat(town.texts(ada)).containsExactly("who hears?"));
            assertThat(town.discord.counted("identifies", ada.name())).isEqualTo(1);
        }
    }

    @Test
    void aGatewayThatLetsNobodyBackInIsRedUntilItDoes() {
        var ada = town.bot("Ada");
        try (var worker = town.listen(ada)) {
            var gateway = town.client.orders().at("discord.gateway").account(ada.name());
            gateway.method("RESUME").times(-1).close(4000);
            town.client.orders().at("discord.gateway").account(ada.name()).cut();
            Town.soon().until(() -> health(worker, 0).state() == AccountHealth.State.DEAF);
            assertThat(trouble(worker, 0)).contains("has lost Discord since");
            town.discord.says(town.bob, town.cafe.general(), "meanwhile");
            town.client.orders().endAll();
            Town.awaitListening(worker);
            Town.soon()
                    .untilAsserted(() -> assertThat(town.texts(ada)).containsExactly("meanwhile"));
        }
    }

    @Test
    void whoIsConnectedButDoesNotKnowWhereItLeftOffIsDeafToo() {
        var ada = town.bot("Ada");
        try (var nowhere = RedisClient.create(URI.create("redis://127.0.0.1:1"));
                var worker = worker(town.kafka, nowhere, ada)) {
            worker.start();
            Town.soon().until(() -> health(worker, 0).state() == AccountHealth.State.LISTENING);
            clock.move(TOO_LONG);
            Town.soon().untilAsserted(() -> assertThat(trouble(worker, 0)).contains("Redis"));
        }
    }

    @Test
    void aKafkaThatIsAwayIsRedEvenIfNobodyWrites() {
        var ada = town.bot("Ada");
        try (var worker = worker(new KafkaClients("127.0.0.1:1", Map.of()), town.redis, ada)) {
            worker.start();
            Town.soon().until(() -> worker.health().kafkaAway());
        }
        try (var worker = town.listen(ada)) {
            Town.soon().until(() -> worker.health().isWell());
        }
    }

    private IngestDiscord worker(KafkaClients kafka, UnifiedJedis redis, NewBot bot) {
        return new IngestDiscord(
                List.of(Town.listening(bot)),
                IngestOptions.at(town.sandbox.discordApi()),
                kafka,
                redis,
                _ -> {},
                clock);
    }

    private static AccountHealth health(IngestDiscord worker, int account) {
        return worker.health().accounts().get(account);
    }

    private static String trouble(IngestDiscord worker, int account) {
        return health(worker, account).trouble().orElse("");
    }

    private static OrdersClient.Draft login(NewBot bot) {
        return town.client.orders().at("discord.rest").account(bot.name()).path("/users/@me$");
    }

    private static IngestOptions at(String host) {
        return IngestOptions.at(URI.create("http://" + host + "/api/v10/"));
    }
}
