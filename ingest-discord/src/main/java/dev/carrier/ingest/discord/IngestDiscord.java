package dev.carrier.ingest.discord;

import dev.carrier.runtime.gateway.GatewayClient;
import dev.carrier.runtime.gateway.Pace;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.KafkaPulse;
import dev.carrier.runtime.worker.Instance;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import redis.clients.jedis.UnifiedJedis;

/**
 * The worker that listens on Discord with any number of accounts, each over connections of its own,
 * one for each of its shards, and publishes what they hear to {@code carrier.events}.
 *
 * <p>What Kafka acknowledged is never fetched again, and what it did not acknowledge is fetched
 * after a restart, as long as Discord's history has it. Thread-safe.
 */
public final class IngestDiscord implements AutoCloseable {
    private static final Duration TICK = Duration.ofSeconds(4);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    /** Events that wait in memory at most, a few kilobytes each. */
    private static final int ROOM = 20_000;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();
    private final EventWriter writer;
    private final List<AccountListeners> accounts;
    private final KafkaPulse pulse;
    private final ScheduledExecutorService ticks = daemon("ingest-discord-ticks");
    private final ScheduledExecutorService kafkaPulse = daemon("ingest-discord-kafka");

    /** The same for the container that this is. */
    public IngestDiscord(
            List<DiscordAccount> accounts,
            IngestOptions options,
            KafkaClients kafka,
            UnifiedJedis redis,
            IdentifyTurn turn,
            InstantSource clock) {
        this(accounts, options, kafka, redis, turn, Instance.name(), clock);
    }

    /**
     * Opens nothing but the producer; {@link #start} does.
     *
     * @param accounts who listens
     * @param options where Discord is, and how much is fetched after downtime
     * @param kafka where events go
     * @param redis where cursors are; not closed here
     * @param turn keeps sessions of one token apart
     * @param container tells containers apart that hear the same account
     * @param clock for ages and for what Discord gives no time of
     * @throws dev.carrier.runtime.SetupProblem when an account has no token
     */
    public IngestDiscord(
            List<DiscordAccount> accounts,
            IngestOptions options,
            KafkaClients kafka,
            UnifiedJedis redis,
            IdentifyTurn turn,
            String container,
            InstantSource clock) {
        accounts.forEach(account -> account.token().value());
        this.writer = new EventWriter(() -> kafka.producer("ingest-discord"), clock);
        var announcing = new Announcing(http, options.discordUrl());
        var room = new Semaphore(ROOM);
        var published = new Published(kafka);
        this.pulse = new KafkaPulse(kafka, "ingest-discord-pulse");
        var gateway = new GatewayClient(options.discordUrl());
        this.accounts =
                accounts.stream()
                        .filter(account -> !account.sharding().isElsewhere())
                        .map(account -> {
                            var content = new AtomicBoolean(true);
                            var pace = Pace.ofHearing(options.requestsPerSecond());
                            return new AccountListeners(
                                    account,
                                    gateway,
                                    shard ->
                                            new Listener(
                                                    account,
                                                    shard,
                                                    content,
                                                    options,
                                                    room,
                                                    writer,
                                                    announcing,
                                                    redis,
                                                    published,
                                                    turn,
                                                    pace,
                                                    container,
                                                    clock),
                                    clock);
                        })
                        .toList();
    }

    /** Begins to connect; returns at once, and never fails for what the outside does. */
    public void start() {
        accounts.forEach(AccountListeners::start);
        ticks.scheduleWithFixedDelay(
                () -> accounts.forEach(AccountListeners::tick),
                TICK.toMillis(),
                TICK.toMillis(),
                TimeUnit.MILLISECONDS);
        kafkaPulse.scheduleWithFixedDelay(
                this::askKafka, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void askKafka() {
        try {
            pulse.ask();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static ScheduledExecutorService daemon(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    /** How it is now. Cheap. */
    public IngestHealth health() {
        return new IngestHealth(
                accounts.stream().map(AccountListeners::health).toList(),
                writer.isAway() || pulse.isAway());
    }

    /** How many events Kafka has taken since the start. */
    public long published() {
        return writer.published();
    }

    /** How many dead letters Kafka has taken since the start. */
    public long letters() {
        return writer.letters();
    }

    /** Stops listening; waits at most some seconds for what is on its way to Kafka. */
    @Override
    public void close() {
        ticks.shutdownNow();
        kafkaPulse.shutdownNow();
        try {
            for (AccountListeners account : accounts) {
                account.close(CLOSING);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        writer.close();
        pulse.close();
        http.shutdownNow();
    }
}
