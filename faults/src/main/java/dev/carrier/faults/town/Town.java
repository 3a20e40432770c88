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
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A Discord with Ada and Juno in Bob's server, Kafka and Redis, and a crew of worker processes that
 * are told of all this by their settings only.
 */
public final class Town implements AutoCloseable {
    public static final AccountId ADA = new AccountId("ada");
    public static final AccountId JUNO = new AccountId("juno");

    private final Sandbox sandbox;
    private final SandboxClient client;
    private final KafkaClients kafka;
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
        this(folder, options, List.of());
    }

    /**
     * The same with other ways.
     *
     * @param ways keys of {@code policy.default}, as YAML
     */
    public Town(Path folder, SandboxOptions options, List<String> ways) {
        Path servers = servers(folder);
        broker = Broker.start(servers.resolve("kafka"), folder, WorkerSettings.freePort());
        store = EmbeddedRedis.start(servers.resolve("redis"), 0);
        kafka = new KafkaClients(broker.bootstrap(), Map.of());
        try (var admin = kafka.admin("town")) {
            TopicSetup.ensure(admin, WorkerSettings.PARTITIONS, Duration.ofDays(1), 1);
        }
        sandbox = Sandbox.start(options);
        client = new SandboxClient(sandbox.base());
        String bob = discord().person("Bob");
        cafe = discord().guild("Cafe", bob);
        bots = Map.of(ADA, bot("Ada", bob), JUNO, bot("Juno", bob));
        client.model().takes(20);
        crew =
                new Crew(
                        settings(ways).write(folder),
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

    private WorkerSettings settings(List<String> ways) {
        return new WorkerSettings(
                kafka.bootstrap(),
                store.url(),
                sandbox.model(),
                Optional.of(sandbox.discordApi().toString()),
                List.of(bot(ADA).name(), bot(JUNO).name()),
                ways);
    }

    @Override
    public void close() {
        crew.close();
        sandbox.close();
        store.close();
        broker.close();
    }
}
