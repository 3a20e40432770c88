package dev.carrier.ingest.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Topics;
import dev.carrier.embedded.TestServers;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.TopicReader;
import dev.carrier.runtime.kafka.TopicSetup;
import dev.carrier.runtime.settings.Secret;
import dev.carrier.sandbox.DiscordClient;
import dev.carrier.sandbox.DiscordClient.NewBot;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ConditionFactory;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

/**
 * A Discord with a person and a server in it, the JVM's Kafka and Redis, and workers that listen.
 * Accounts have new names each time, so that tests share the servers.
 */
final class Town implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final AtomicInteger COUNT = new AtomicInteger();

    final Sandbox sandbox;
    final SandboxClient client;
    final DiscordClient discord;
    final KafkaClients kafka;
    final UnifiedJedis redis;
    final String bob;
    final DiscordClient.NewGuild cafe;

    private Town(SandboxOptions options) {
        var servers = TestServers.shared();
        kafka = new KafkaClients(servers.kafka().bootstrap(), Map.of());
        redis = RedisClient.create(URI.create(servers.redis().url()));
        try (var admin = kafka.admin("town")) {
            TopicSetup.ensure(admin, 2, Duration.ofDays(1), 1);
        }
        sandbox = Sandbox.start(options);
        client = new SandboxClient(sandbox.base());
        discord = client.discord();
        bob = discord.person("Bob");
        cafe = discord.guild("Cafe", bob);
    }

    /** A town with a Discord that is as strict as one likes. */
    static Town with(SandboxOptions options) {
        return new Town(options);
    }

    /** A town whose Discord lets sessions identify as often as they like. */
    static Town quick() {
        return withHeartbeat(Duration.ofSeconds(2));
    }

    /** The same; a session that misses three heartbeats of this length is ended. */
    static Town withHeartbeat(Duration interval) {
        return new Town(
                SandboxOptions.defaults()
                        .withIdentifyInterval(Duration.ZERO)
                        .withHeartbeatInterval(interval));
    }

    static ConditionFactory soon() {
        return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50));
    }

    /** A bot of Bob's in the cafe; its account has the same name. */
    NewBot bot(String name) {
        var made =
                discord.bot(
                        name + COUNT.incrementAndGet(), Optional.empty(), Optional.of(bob), true);
        discord.joins(made.id(), cafe.id());
        return made;
    }

    /** A new channel of the cafe; gives its id. */
    String channel(String name) {
        return discord.channel(cafe.id(), name);
    }

    static AccountId account(NewBot bot) {
        return new AccountId(bot.name().toLowerCase(Locale.ROOT));
    }

    static DiscordAccount listening(NewBot bot) {
        return new DiscordAccount(account(bot), Secret.of(bot.token()));
    }

    /** A worker that listens; it is ready when this returns. */
    IngestDiscord listen(NewBot... bots) {
        var worker = worker(IngestOptions.at(sandbox.discordApi()), kafka, bots);
        worker.start();
        awaitListening(worker);
        return worker;
    }

    /** A worker begins to listen, Bob says this, it is heard, and the worker ends. */
    void hearsOnce(NewBot bot, String channel, String text) {
        try (var _ = listen(bot)) {
            soonSaid(bot, discord.says(bob, channel, text).id());
        }
    }

    /** A worker that was not started. */
    IngestDiscord worker(IngestOptions options, KafkaClients clients, NewBot... bots) {
        return worker(options, clients, Arrays.stream(bots).map(Town::listening).toList());
    }

    IngestDiscord worker(
            IngestOptions options, KafkaClients clients, List<DiscordAccount> accounts) {
        return new IngestDiscord(accounts, options, clients, redis, _ -> {}, Clock.systemUTC());
    }

    static void awaitListening(IngestDiscord worker) {
        soon().untilAsserted(
                        () -> assertThat(worker.health().accounts()).allMatch(Town::isListening));
    }

    private static boolean isListening(AccountHealth health) {
        return health.state() == AccountHealth.State.LISTENING && health.catchUp().done();
    }

    /** Everything that the bot's account published, in the order of each conversation. */
    List<Event> heard(NewBot bot) {
        try (var all = new TopicReader(kafka, "town").all(Topics.EVENTS)) {
            return all.map(each -> Json.read(Topics.EVENTS, each.value()))
                    .filter(event -> isHeardBy(event, account(bot)))
                    .toList();
        }
    }

    /** All of one kind among them. */
    <E extends Event> List<E> heard(NewBot bot, Class<E> kind) {
        return heard(bot).stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The messages among them. */
    List<Event.Said> said(NewBot bot) {
        return heard(bot, Event.Said.class);
    }

    /** That message, as soon as it is published. */
    Event.Said soonSaid(NewBot bot, String message) {
        var id = EventId.discordSaid(message);
        soon().untilAsserted(() -> assertThat(said(bot)).anyMatch(it -> it.id().equals(id)));
        return said(bot).stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
    }

    /** What all messages say. */
    List<String> texts(NewBot bot) {
        return said(bot).stream().map(Event.Said::text).toList();
    }

    private static boolean isHeardBy(Event event, AccountId account) {
        return switch (event) {
            case Event.Said it -> it.heardBy().getFirst().account().equals(account);
            case Event.Edited it -> it.heardBy().getFirst().account().equals(account);
            case Event.Deleted it -> it.heardBy().getFirst().account().equals(account);
            case Event.Reacted it -> it.heardBy().getFirst().account().equals(account);
            case Event.Typed it -> it.heardBy().getFirst().account().equals(account);
            case Event.Commanded it -> it.heardBy().getFirst().account().equals(account);
            case Event.Read _,
                    Event.PostOrdered _,
                    Event.SayOrdered _,
                    Event.ModerationOrdered _,
                    Event.Unknown _ ->
                    false;
        };
    }

    @Override
    public void close() {
        redis.close();
        sandbox.close();
    }
}
