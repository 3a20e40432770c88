package dev.carrier.faults.town;

import dev.carrier.contracts.AccountId;
import dev.carrier.faults.crew.Clocks;
import dev.carrier.faults.crew.Crew;
import dev.carrier.faults.crew.Servers;
import dev.carrier.faults.crew.WorkerSettings;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.sandbox.DiscordClient;
import dev.carrier.sandbox.DiscordClient.NewBot;
import dev.carrier.sandbox.DiscordClient.NewGuild;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import java.net.URI;
import java.nio.file.Path;
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
    private final NewGuild cafe;
    private final Map<AccountId, NewBot> bots;
    private final Crew crew;
    private final Servers servers;
    private final Path folder;
    private Optional<Clocks> clocks = Optional.empty();

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
        this.folder = folder;
        servers = Servers.start(folder);
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
        return servers.kafka();
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

    /**
     * Workers that are started from now on have clocks that can be stepped, if this machine can.
     *
     * @return the clocks; empty where the library for it is not installed
     */
    public Optional<Clocks> clocks() {
        if (clocks.isEmpty()) {
            clocks = Clocks.in(folder.toAbsolutePath());
            clocks.ifPresent(crew::clocks);
        }
        return clocks;
    }

    /** Kafka and Redis. */
    public Servers servers() {
        return servers;
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
        return WorkerSettings.onDiscord(
                servers,
                sandbox.model(),
                Optional.of(sandbox.discordApi().toString()),
                List.of(bot(ADA).name(), bot(JUNO).name()),
                ways);
    }

    @Override
    public void close() {
        crew.close();
        sandbox.close();
        servers.close();
    }
}
