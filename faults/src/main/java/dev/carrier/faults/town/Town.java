package dev.carrier.faults.town;

import dev.carrier.contracts.AccountId;
import dev.carrier.embedded.EmbeddedRedis;
import dev.carrier.faults.crew.Broker;
import dev.carrier.faults.crew.Crew;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.TopicSetup;
import dev.carrier.sandbox.DiscordClient;
import dev.carrier.sandbox.DiscordClient.NewBot;
import dev.carrier.sandbox.DiscordClient.NewGuild;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

/**
 * A Discord with Ada and Juno in Bob's server, Kafka and Redis, and a crew of worker processes that
 * are told of all this by their settings only.
 */
public final class Town implements AutoCloseable {
    public static final AccountId ADA = new AccountId("ada");
    public static final AccountId JUNO = new AccountId("juno");

    private static final int PARTITIONS = 4;

    private final Sandbox sandbox;
    private final SandboxClient client;
    private final KafkaClients kafka;
    private final UnifiedJedis redis;
    private final NewGuild cafe;
    private final Map<AccountId, NewBot> bots;
    private final Crew crew;
    private final Broker broker;
    private final EmbeddedRedis store;

    /**
     * Starts Kafka, Redis and the sandbox; the workers are started by whoever needs them.
     *
     * @param folder for what is written and what the processes print; its servers are new
     * @param options how the sandbox behaves
     */
    public Town(Path folder, SandboxOptions options) {
        Path servers = servers(folder);
        broker = Broker.start(servers.resolve("kafka"), folder, freePort());
        store = EmbeddedRedis.start(servers.resolve("redis"), 0);
        kafka = new KafkaClients(broker.bootstrap(), Map.of());
        redis = RedisClient.create(URI.create(store.url()));
        try (var admin = kafka.admin("town")) {
            TopicSetup.ensure(admin, PARTITIONS, Duration.ofDays(1), 1);
        }
        sandbox = Sandbox.start(options);
        client = new SandboxClient(sandbox.base());
        String bob = discord().person("Bob");
        cafe = discord().guild("Cafe", bob);
        bots = Map.of(ADA, bot("Ada", bob), JUNO, bot("Juno", bob));
        client.model().takes(20);
        crew =
                new Crew(
                        settings(folder, store.url()),
                        folder,
                        Map.of(
                                "DISCORD_TOKEN_ADA", bot(ADA).token(),
                                "DISCORD_TOKEN_JUNO", bot(JUNO).token()));
    }

    /** Each start finds empty topics. */
    private static Path servers(Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.createTempDirectory(folder, "servers");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Speaks to the sandbox. */
    public SandboxClient client() {
        return client;
    }

    /** The sandbox's Discord. */
    public DiscordClient discord() {
        return client.discord();
    }

    /** Reads the topics. */
    public KafkaClients kafka() {
        return kafka;
    }

    /** Looks into Redis. */
    public UnifiedJedis redis() {
        return redis;
    }

    /** Bob's server, with both characters in it. */
    public NewGuild cafe() {
        return cafe;
    }

    /** Who the accounts are on Discord. */
    public Map<AccountId, NewBot> bots() {
        return bots;
    }

    /** Who an account is on Discord. */
    public NewBot bot(AccountId account) {
        return Objects.requireNonNull(bots.get(account), account.value());
    }

    /** The workers. */
    public Crew crew() {
        return crew;
    }

    /** Kafka's process. */
    public Broker broker() {
        return broker;
    }

    /** Redis, whose process is started again when it dies. */
    public EmbeddedRedis store() {
        return store;
    }

    /** Where a person can look on. */
    public URI page() {
        return sandbox.base();
    }

    private NewBot bot(String name, String owner) {
        var bot = discord().bot(name, Optional.empty(), Optional.of(owner), true);
        discord().joins(bot.id(), cafe.id());
        return bot;
    }

    /** A new person, who is in the cafe. */
    public String person(String name) {
        String person = discord().person(name);
        discord().joins(person, cafe.id());
        return person;
    }

    private Path settings(Path folder, String redisUrl) {
        int memory = freePort();
        try {
            return Files.writeString(
                    folder.resolve("carrier.yaml"),
                    """
                    version: 1
                    data: %s
                    models:
                      main: { provider: openai, url: "%s", model: offline, timeout: 60s, concurrency: 64 }
                    accounts:
                      ada: { platform: discord, character: %s, model: main }
                      juno: { platform: discord, character: %s, model: main }
                    policy:
                      default:
                        gather: { quiet: 300ms, atMost: 2s }
                        deadline: 10m
                    limits:
                      perPerson: { turns: 100000, every: 1h }
                      perConversation: { turns: 100000, every: 1h }
                      perCharacter: { calls: 100000, money: 1000.00, every: 1d }
                    memory: { url: "http://127.0.0.1:%d" }
                    kafka: { bootstrap: "%s", partitions: %d }
                    redis: { url: "%s" }
                    http: { health: 0, memory: %d }
                    platforms:
                      discord: { url: "%s", identifySpacing: 100ms }
                    """
                            .formatted(
                                    folder.resolve("data"),
                                    sandbox.model(),
                                    character("ada.json"),
                                    character("juno.json"),
                                    memory,
                                    kafka.bootstrap(),
                                    PARTITIONS,
                                    redisUrl,
                                    memory,
                                    sandbox.discordApi()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path character(String file) {
        return List.of(Path.of("characters"), Path.of("..", "characters")).stream()
                .map(folder -> folder.resolve(file).toAbsolutePath().normalize())
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        crew.close();
        redis.close();
        sandbox.close();
        store.close();
        broker.close();
    }
}
