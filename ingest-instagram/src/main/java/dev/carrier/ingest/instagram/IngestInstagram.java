package dev.carrier.ingest.instagram;

import dev.carrier.instagram.talk.RecentTalk;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.KafkaPulse;
import dev.carrier.runtime.kafka.TopicReader;
import dev.carrier.runtime.worker.Instance;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.UnifiedJedis;

/**
 * The worker that hears on Instagram with any number of accounts: Meta calls its one endpoint for
 * all of them, and for each it asks now and then for what was not brought. Everything goes to
 * {@code carrier.events}.
 *
 * <p>What Kafka has not acknowledged is not acknowledged to Meta, which brings it again for 36
 * hours. Thread-safe.
 */
public final class IngestInstagram implements AutoCloseable {
    private static final Duration TICK = Duration.ofSeconds(4);

    private final Counts counts = new Counts();
    private final EventWriter writer;
    private final SeenStore seen;
    private final TalkTelling talk;
    private final IngestOptions options;
    private final List<AccountLife> accounts;
    private final Deliveries deliveries;
    private final KafkaPulse pulse;
    private final ScheduledExecutorService ticks =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("ingest-instagram-kafka").factory());
    private Optional<WebhookServer> server = Optional.empty();

    /** The same for the container that this is. */
    public IngestInstagram(
            List<InstagramAccount> accounts,
            IngestOptions options,
            KafkaClients kafka,
            UnifiedJedis redis,
            InstantSource clock) {
        this(accounts, options, kafka, redis, Instance.name(), clock);
    }

    /**
     * Opens nothing but the producer; {@link #start} does.
     *
     * @param accounts who hears
     * @param options whether and where Meta calls, and how often is asked
     * @param kafka where events go
     * @param redis where marks are; not closed here
     * @param container tells containers apart that hear the same account
     * @param clock for ages, and for what nobody tells the time of
     */
    public IngestInstagram(
            List<InstagramAccount> accounts,
            IngestOptions options,
            KafkaClients kafka,
            UnifiedJedis redis,
            String container,
            InstantSource clock) {
        this.options = options;
        this.writer = EventWriter.to(kafka);
        this.pulse = new KafkaPulse(kafka, "ingest-instagram-pulse");
        this.seen = new SeenStore(redis, options.within().plus(Duration.ofHours(2)), clock);
        this.talk = new TalkTelling(new RecentTalk(redis, clock));
        var registry = new Registry(accounts.stream().map(InstagramAccount::id).toList());
        var identities = new Identities(redis, registry);
        var heard = new Heard();
        var arrivals = new Arrivals();
        var asking = new Asking(accounts, clock);
        var topics = new TopicReader(kafka, "ingest-instagram-rebuild");
        var marks = new Marks(redis, topics, seen, options.within(), clock);
        var findings = new Findings(writer, heard, seen, counts);
        this.deliveries =
                new Deliveries(
                        registry,
                        new Understanding(registry, asking, clock),
                        writer,
                        heard,
                        (account, happened) -> {
                            arrivals.delivered(account, happened);
                            seen.later(account, happened.id());
                            talk.later(account, happened);
                        },
                        counts,
                        clock);
        this.accounts =
                accounts.stream()
                        .map(account ->
                                new AccountLife(
                                        account,
                                        options,
                                        identities,
                                        new Round(
                                                account.graph(),
                                                options,
                                                marks,
                                                findings,
                                                asking,
                                                arrivals,
                                                clock),
                                        new Turns(redis, container),
                                        arrivals))
                        .toList();
    }

    /**
     * Begins to hear; returns at once, and never fails for what the outside does.
     *
     * @throws dev.carrier.runtime.SetupProblem when the endpoint's port is taken
     */
    public synchronized void start() {
        seen.start();
        talk.start();
        ticks.scheduleWithFixedDelay(this::askKafka, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
        server = options.webhook().map(how -> new WebhookServer(how, deliveries, counts));
        accounts.forEach(AccountLife::start);
    }

    private void askKafka() {
        try {
            pulse.ask();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** How it is now. Cheap. */
    public IngestHealth health() {
        return new IngestHealth(
                accounts.stream().map(AccountLife::health).toList(),
                writer.isAway() || pulse.isAway(),
                webhookTrouble());
    }

    private Optional<String> webhookTrouble() {
        return options.webhook()
                .filter(_ -> counts.of(Counted.ACCEPTED) == 0)
                .filter(_ -> counts.of(Counted.FORGED) > 0)
                .map(_ ->
                        "every webhook so far was refused for its signature: is"
                                + " platforms.instagram.appSecrets the secret of this app, and of"
                                + " its Instagram login?");
    }

    /** What happened how often. */
    public Counts counts() {
        return counts;
    }

    /** The port on which Meta calls; empty when nobody does. */
    public synchronized OptionalInt port() {
        return server.map(one -> OptionalInt.of(one.port())).orElse(OptionalInt.empty());
    }

    /** Takes nothing new, and lets deliveries finish that have begun. */
    public synchronized void drain(Duration atMost) {
        server.ifPresent(one -> one.drain(atMost));
    }

    @Override
    public synchronized void close() {
        server.ifPresent(WebhookServer::close);
        accounts.forEach(AccountLife::close);
        ticks.shutdownNow();
        seen.close();
        talk.close();
        writer.close();
        pulse.close();
    }
}
