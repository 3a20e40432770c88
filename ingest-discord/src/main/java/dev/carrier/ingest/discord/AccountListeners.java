package dev.carrier.ingest.discord;

import dev.carrier.runtime.gateway.GatewayClient;
import dev.carrier.runtime.gateway.Shard;
import dev.carrier.runtime.gateway.Sharding;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One account: a listener for each of its shards that is heard here, and before that, where nobody
 * chose, the question how many there should be. Thread-safe.
 */
final class AccountListeners {
    private static final Logger LOG = LoggerFactory.getLogger(AccountListeners.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final DiscordAccount account;
    private final GatewayClient gateway;
    private final Function<Shard, Listener> fresh;
    private final Instant since;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile List<Listener> listeners = List.of();
    private volatile Optional<String> stopped = Optional.empty();
    private volatile Optional<String> problem = Optional.empty();
    private boolean closed;

    /**
     * @param fresh makes the listener of a shard, without starting it
     */
    AccountListeners(
            DiscordAccount account,
            GatewayClient gateway,
            Function<Shard, Listener> fresh,
            InstantSource clock) {
        this.account = account;
        this.gateway = gateway;
        this.fresh = fresh;
        this.since = clock.instant();
    }

    /** Begins to connect; returns at once. */
    void start() {
        switch (account.sharding()) {
            case Sharding.Fixed _ -> begin(1);
            case Sharding.Recommended _ ->
                    Thread.ofVirtual().name("asks-shards-" + account.id()).start(this::ask);
        }
    }

    /** Keeps the connections honest; to be called every few seconds. */
    void tick() {
        listeners.forEach(Listener::tick);
    }

    AccountHealth health() {
        var now = listeners;
        if (!now.isEmpty()) {
            return AccountHealth.together(now.stream().map(Listener::health).toList());
        }
        var why =
                account.id()
                        + " is not connected to Discord yet"
                        + problem.map(it -> " (" + it + ")").orElse("")
                        + ".";
        return stopped.map(it ->
                        AccountHealth.before(account.id(), AccountHealth.State.STOPPED, it, since))
                .orElseGet(() ->
                        AccountHealth.before(
                                account.id(), AccountHealth.State.STARTING, why, since));
    }

    /** Stops listening at once; what is not in Kafka is fetched by the next start. */
    void close(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
        for (Listener listener : listeners) {
            listener.close(atMost);
        }
    }

    /** How many shards Discord recommends, for as long as it takes. */
    private void ask() {
        var pause = FIRST_PAUSE;
        try {
            while (!isClosed()) {
                try {
                    begin(gateway.ask(account.token()).shards());
                    return;
                } catch (GatewayClient.Refused _) {
                    stopped = Optional.of(Ending.refused(account.id()));
                    LOG.atError().addKeyValue("account", account.id()).log(stopped.get());
                    return;
                } catch (IOException failed) {
                    problem = Optional.of(Problems.words(failed));
                    LOG.atWarn()
                            .addKeyValue("account", account.id())
                            .addKeyValue("why", failed.toString())
                            .log("Discord cannot be reached");
                }
                Thread.sleep(pause);
                pause = pause.multipliedBy(2);
                pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin(int recommended) {
        lock.lock();
        try {
            if (!closed) {
                var shards = account.sharding().shards(account.id(), recommended);
                listeners = shards.stream().map(fresh).toList();
                LOG.atInfo()
                        .addKeyValue("account", account.id())
                        .addKeyValue("shards", shards.stream().map(Shard::id).toList())
                        .addKeyValue("of", shards.isEmpty() ? 0 : shards.getFirst().total())
                        .log("connecting");
                listeners.forEach(Listener::start);
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }
}
