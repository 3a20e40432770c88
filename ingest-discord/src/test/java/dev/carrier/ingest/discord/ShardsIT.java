package dev.carrier.ingest.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Event;
import dev.carrier.embedded.TestServers;
import dev.carrier.runtime.gateway.GatewayClient;
import dev.carrier.runtime.gateway.IdentifyLease;
import dev.carrier.runtime.gateway.IdentifyTurns;
import dev.carrier.runtime.gateway.Shard;
import dev.carrier.runtime.gateway.Sharding;
import dev.carrier.runtime.redis.Redis;
import dev.carrier.runtime.settings.Secret;
import dev.carrier.runtime.settings.ShardSettings;
import dev.carrier.sandbox.DiscordClient.NewBot;
import dev.carrier.sandbox.DiscordClient.NewGuild;
import dev.carrier.sandbox.SandboxOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * One account in several containers, each with some of its shards. The sandbox divides servers as
 * Discord does, and counts who identified too soon.
 */
class ShardsIT {
    private static final String COMMANDS = "/applications/{application}/commands";
    private static final Duration SPACING = Duration.ofMillis(1500);

    private static Town town;
    private static Redis redis;
    private static List<NewGuild> servers;

    private final List<String> written = new ArrayList<>();
    private NewBot ada = new NewBot("", "", "");

    @BeforeAll
    static void open() {
        town =
                Town.with(
                        SandboxOptions.defaults()
                                .withIdentifyInterval(Duration.ofMillis(200))
                                .withHeartbeatInterval(Duration.ofSeconds(5)));
        redis = new Redis(TestServers.shared().where().redis());
        servers = Stream.of(0, 1, 2, 3, 1, 2).map(ShardsIT::serverOf).toList();
    }

    @AfterAll
    static void close() {
        redis.close();
        town.close();
    }

    @BeforeEach
    void aNewAda() {
        ada = town.bot("Ada");
        servers.forEach(server -> town.discord.joins(ada.id(), server.id()));
    }

    @Test
    void twoContainersHearEverythingOnceAndIdentifyOneAfterTheOther() {
        says("before anybody listened");
        written.clear();
        try (var one = container("one", 4, 0, 1);
                var two = container("two", 4, 2, 3)) {
            Town.awaitListening(one);
            Town.awaitListening(two);
            says("hello");
            String dm = town.discord.dm(town.bob, ada.id());
            written.add(town.discord.says(town.bob, dm, "psst").content());
            heardAllOnce();
            assertThat(one.health().accounts().getFirst().servers())
                    .extracting(AccountHealth.Server::id)
                    .allMatch(it -> Shard.of(Long.parseLong(it), 4) < 2);
        }
        assertThat(identifies()).containsExactly(1L, 1L, 1L, 1L);
        assertThat(town.discord.counted("identifyConcurrencyViolations", ada.name())).isZero();
    }

    @Test
    void whoIsAMemberOfAnOwnedServerOfAnotherShardIsOneInADmToo() {
        town.discord.leaves(ada.id(), town.cafe.id());
        servers.stream()
                .filter(it -> Shard.of(Long.parseLong(it.id()), 2) == 0)
                .forEach(it -> town.discord.leaves(ada.id(), it.id()));
        try (var one = container("one", 2, 0);
                var two = container("two", 2, 1)) {
            Town.awaitListening(two);
            Town.awaitListening(one);
            var dm = town.discord.dm(town.bob, ada.id());
            var said = town.soonSaid(ada, town.discord.says(town.bob, dm, "it is me").id());
            assertThat(said.heardBy().getFirst().member()).isTrue();
        }
    }

    @Test
    void commandsAreRegisteredByTheFirstShardAloneAndHeardOnceByTheOneOfTheirPlace() {
        try (var two = container("two", 4, 1, 2, 3)) {
            Town.awaitListening(two);
            assertThat(town.discord.commands(ada.id())).isEmpty();
            long asked = town.discord.counted("requests", "GET " + COMMANDS);
            long registered = town.discord.counted("requests", "PUT " + COMMANDS);
            try (var one = container("one", 4, 0)) {
                Town.awaitListening(one);
                Town.soon().until(() -> town.discord.commands(ada.id()).size() > 1);
                var places = new ArrayList<>(servers.stream().map(NewGuild::general).toList());
                places.add(town.discord.dm(town.bob, ada.id()));
                var used = places.stream().map(this::asks).toList();
                Town.soon()
                        .untilAsserted(() ->
                                assertThat(town.heard(ada, Event.Commanded.class))
                                        .extracting(it -> it.id().message())
                                        .containsExactlyInAnyOrderElementsOf(used));
                assertThat(town.heard(ada, Event.Commanded.class))
                        .allMatch(Event.Commanded::mayManage);
                Town.soon()
                        .until(() ->
                                used.stream()
                                        .map(town.discord::command)
                                        .allMatch(it -> it.state().equals("deferred")));
            }
            assertThat(town.discord.counted("requests", "GET " + COMMANDS)).isEqualTo(asked + 1);
            assertThat(town.discord.counted("requests", "PUT " + COMMANDS))
                    .isEqualTo(registered + 1);
        }
    }

    @Test
    void theShardsOfAContainerThatIsGoneAreMissedAndCaughtUpWith() {
        try (var one = container("one", 2, 0)) {
            try (var two = container("two", 2, 1)) {
                Town.awaitListening(one);
                Town.awaitListening(two);
                says("both");
                heardAllOnce();
            }
            says("one is gone");
            Town.soon()
                    .untilAsserted(() ->
                            assertThat(one.health().accounts().getFirst().warning())
                                    .hasValueSatisfying(it ->
                                            assertThat(it).contains("Nobody hears shard 1 of 2")));
            try (var again = container("two", 2, 1)) {
                Town.awaitListening(again);
                heardAllOnce();
                Town.soon().until(() -> one.health().accounts().getFirst().warning().isEmpty());
            }
        }
    }

    @Test
    void anAccountThatIsDividedAnewLosesNothing() {
        try (var whole = container("one", 1, 0)) {
            Town.awaitListening(whole);
            says("in one piece");
            heardAllOnce();
        }
        says("between");
        var made = servers.stream().map(it -> town.discord.channel(it.id(), "new")).toList();
        made.forEach(it ->
                written.add(town.discord.says(town.bob, it, "in a new channel " + it).content()));
        try (var one = container("one", 2, 0)) {
            Town.awaitListening(one);
            // The others hear on for a while before the second one begins.
            says("half of it");
            try (var two = container("two", 2, 1)) {
                Town.awaitListening(two);
                heardAllOnce();
            }
        }
        says("between again");
        try (var whole = container("one", 1, 0)) {
            Town.awaitListening(whole);
            heardAllOnce();
        }
    }

    @Test
    void ofTwoContainersWithTheSameShardOneStandsByAndTakesOver() {
        try (var two = container("two", 1)) {
            try (var one = container("one", 1, 0)) {
                Town.awaitListening(one);
                two.start();
                Town.soon()
                        .until(() ->
                                two.health().accounts().getFirst().state()
                                        == AccountHealth.State.STANDBY);
                assertThat(two.health().accounts().getFirst().warning().orElseThrow())
                        .contains("is heard by one");
                says("one hears");
                heardAllOnce();
            }
            says("nobody hears");
            Town.awaitListening(two);
            heardAllOnce();
            assertThat(town.discord.counted("identifies", ada.name())).isEqualTo(2);
        }
    }

    @Test
    void withoutANumberThereAreAsManyAsDiscordRecommends() {
        town.discord.recommendsShards(3, 2);
        try (var worker = container("one", new Sharding.Recommended())) {
            worker.start();
            Town.soon()
                    .untilAsserted(() ->
                            assertThat(worker.health().accounts().getFirst().shards()).hasSize(3));
            Town.awaitListening(worker);
            says("three");
            heardAllOnce();
            assertThat(town.discord.counted("identifyConcurrencyViolations", ada.name())).isZero();
        } finally {
            town.discord.recommendsShards(1, 1);
        }
    }

    @Test
    void tooManyServersForTheNumberThatWasChosenSayWhatToDo() {
        town.discord.guildsPerShard(3);
        try (var worker = container("one", 1, 0)) {
            Town.soon()
                    .until(() ->
                            worker.health().accounts().getFirst().state()
                                    == AccountHealth.State.STOPPED);
            assertThat(worker.health().accounts().getFirst().sentence())
                    .contains("accounts." + Town.account(ada) + ".shards.total");
        } finally {
            town.discord.guildsPerShard(2500);
        }
    }

    /** One that runs; without shards one that has only the first and was not started. */
    private IngestDiscord container(String name, int total, Integer... ids) {
        var sharding = Sharding.of(new ShardSettings(Integer.toString(total), List.of(ids)), "");
        var worker = container(name, sharding);
        if (ids.length > 0) {
            worker.start();
        }
        return worker;
    }

    private IngestDiscord container(String name, Sharding sharding) {
        var clock = Clock.systemUTC();
        var token = Secret.of(ada.token());
        var turns =
                new IdentifyTurns(
                        new GatewayClient(town.sandbox.discordApi()),
                        new IdentifyLease(redis, clock),
                        _ -> token,
                        SPACING,
                        clock);
        return new IngestDiscord(
                List.of(new DiscordAccount(Town.account(ada), token, sharding)),
                IngestOptions.at(town.sandbox.discordApi()),
                town.kafka,
                town.redis,
                turns::await,
                name,
                clock);
    }

    /** Bob, who owns the bot and the servers, uses a command there; gives its id. */
    private String asks(String channel) {
        return town.discord.uses(town.bob, channel, ada.id(), "ask", Map.of("text", "hello?")).id();
    }

    /** Bob says it in every server. */
    private void says(String what) {
        servers.forEach(server -> {
            String text = what + " in " + server.id();
            town.discord.says(town.bob, server.general(), text);
            written.add(text);
        });
    }

    private void heardAllOnce() {
        Town.soon()
                .untilAsserted(() ->
                        assertThat(town.texts(ada)).hasSizeGreaterThanOrEqualTo(written.size()));
        assertThat(town.said(ada).stream().map(Event.Said::text))
                .containsExactlyInAnyOrderElementsOf(written);
    }

    private List<Long> identifies() {
        return Stream.of(0, 1, 2, 3)
                .map(it -> town.discord.counted("shardIdentifies", ada.name() + " " + it + "/4"))
                .toList();
    }

    /** A server of Bob's that belongs to that one of four shards. */
    private static NewGuild serverOf(int shard) {
        while (true) {
            var made = town.discord.guild("Server of " + shard, town.bob);
            if (Shard.of(Long.parseLong(made.id()), 4) == shard) {
                return made;
            }
        }
    }
}
