package dev.carrier.scenarios;

import dev.carrier.contracts.AccountId;
import dev.carrier.embedded.EmbeddedOptions;
import dev.carrier.embedded.EmbeddedServers;
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
import java.util.Optional;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

/**
 * A Discord with Ada and Juno in Bob's server, Kafka and Redis, and a crew of worker processes that
 * are told of all this by their settings only.
 */
final class Town implements AutoCloseable {
    static final AccountId ADA = new AccountId("ada");
    static final AccountId JUNO = new AccountId("juno");

    private static final int PARTITIONS = 4;

    final Sandbox sandbox;
    final SandboxClient client;
    final DiscordClient discord;
    final KafkaClients kafka;
    final UnifiedJedis redis;
    final NewGuild cafe;
    final Map<AccountId, NewBot> bots;
    final Crew crew;
    private final EmbeddedServers servers;

    /**
     * @param name of the folder under {@code target} for what the workers print
     * @param options how the sandbox behaves
     */
    Town(String name, SandboxOptions options) {
        this(name, options, "thread: false");
    }

    /** The same where a line is added to the policy's defaults. */
    Town(String name, SandboxOptions options, String ways) {
        var folder = Path.of("target", name).toAbsolutePath();
        servers = servers(folder);
        kafka = new KafkaClients(servers.kafka().bootstrap(), Map.of());
        redis = RedisClient.create(URI.create(servers.redis().url()));
        try (var admin = kafka.admin("town")) {
            TopicSetup.ensure(admin, PARTITIONS, Duration.ofDays(1), 1);
        }
        sandbox = Sandbox.start(options);
        client = new SandboxClient(sandbox.base());
        discord = client.discord();
        String bob = discord.person("Bob");
        cafe = discord.guild("Cafe", bob);
        bots = Map.of(ADA, bot("Ada", bob), JUNO, bot("Juno", bob));
        client.model().takes(20);
        crew =
                new Crew(
                        settings(folder, servers.redis().url(), ways),
                        folder,
                        Map.of(
                                "DISCORD_TOKEN_ADA", bots.get(ADA).token(),
                                "DISCORD_TOKEN_JUNO", bots.get(JUNO).token()));
    }

    private static EmbeddedServers servers(Path folder) {
        try {
            Files.createDirectories(folder);
            // Each start finds empty topics.
            return EmbeddedServers.start(
                    EmbeddedOptions.in(Files.createTempDirectory(folder, "servers")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private NewBot bot(String name, String owner) {
        var bot = discord.bot(name, Optional.empty(), Optional.of(owner), true);
        discord.joins(bot.id(), cafe.id());
        return bot;
    }

    /** A new person, who is in the cafe. */
    String person(String name) {
        String person = discord.person(name);
        discord.joins(person, cafe.id());
        return person;
    }

    private Path settings(Path folder, String redisUrl, String ways) {
        int memory = freePort();
        try {
            return Files.writeString(
                    folder.resolve("carrier.yaml"),
                    """
                    version: 1
                    data: %s
                    models:
                      main: { provider: openai, url: "%s", model: offline, timeout: 60s, concurrency: 64, sees: true }
                    accounts:
                      ada: { platform: discord, character: %s, model: main }
                      juno: { platform: discord, character: %s, model: main }
                    policy:
                      default:
                        gather: { quiet: 300ms, atMost: 2s }
                        deadline: 10m
                        %s
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
                                    ways,
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
        servers.close();
    }
}
