package dev.carrier.ingest.discord;

import dev.carrier.contracts.AccountId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.GenericEvent;
import redis.clients.jedis.UnifiedJedis;

/** One account that listens: its session, its lanes and where it left off. Thread-safe. */
final class Listener implements Session.Following {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final DiscordAccount account;
    private final Session session;
    private final Pulse pulse;
    private final Ownership ownership;
    private final CatchUps catchUps;
    private final Lanes lanes;
    private final Gate gate;
    private final Ear ear;
    private final Settling settling;
    private final Registering registering;
    private final ReentrantLock settlings = new ReentrantLock(true);

    Listener(
            DiscordAccount account,
            IngestOptions options,
            Semaphore room,
            EventWriter writer,
            Announcing announcing,
            UnifiedJedis redis,
            Published published,
            IdentifyTurn turn,
            InstantSource clock) {
        this.account = account;
        this.pulse = new Pulse(clock);
        this.session = new Session(account, new Connecting(account, options, turn), pulse);
        this.catchUps = new CatchUps(account.id());
        this.ownership = new Ownership(session::discord, clock);
        this.registering = new Registering(account.id(), session::discord);
        var cursors = new Cursors(redis, account.id());
        var partners = new Partners(cursors);
        var mapping = new Mapping(account.id(), ownership, partners);
        var channels = new Channels(session::discord, partners);
        var history = new History(channels, mapping, options, clock);
        this.lanes =
                new Lanes(
                        new LaneParts(
                                account.id(),
                                options,
                                room,
                                writer,
                                cursors,
                                history,
                                catchUps,
                                new LeftOut(account.id(), clock),
                                PAUSE));
        this.gate = new Gate(lanes);
        this.settling =
                new Settling(
                        new Baseline(account.id(), cursors, published),
                        cursors,
                        lanes,
                        channels,
                        partners,
                        catchUps);
        this.ear =
                new Ear(
                        lanes,
                        channels,
                        mapping,
                        new SmallMapping(mapping, ownership, partners),
                        new Commanding(account, mapping, ownership, writer, announcing),
                        settling::late,
                        clock);
    }

    void start() {
        session.start(this);
    }

    AccountId id() {
        return account.id();
    }

    /** Keeps the connection honest; to be called every few seconds. */
    void tick() {
        session.ifLoggedIn().ifPresent(pulse::askIfQuiet);
    }

    AccountHealth health() {
        var discord = session.ifLoggedIn();
        return new AccountHealth(
                account.id(),
                state(discord),
                sentence(),
                session.wasEverReady() ? session.discord().getSelfUser().getAsTag() : "",
                session.wasEverReady() ? session.discord().getSelfUser().getApplicationId() : "",
                discord.map(it -> Servers.of(it, ownership)).orElse(List.of()),
                session.hasContent(),
                pulse.last(),
                catchUps.now());
    }

    /** Stops listening at once; what is not in Kafka is fetched by the next start. */
    void close(Duration atMost) throws InterruptedException {
        session.close();
        lanes.close(atMost);
    }

    @Override
    public void arrived(Arrival arrival) {
        int number = gate.arrived();
        Thread.ofVirtual().name("settles-" + account.id()).start(() -> settle(arrival, number));
        // Beside that: who uses a command while Kafka is away is to be told.
        Thread.ofVirtual().name("registers-" + account.id()).start(registering::register);
    }

    @Override
    public void resumed() {
        gate.resumed();
    }

    @Override
    public void disconnected() {
        gate.disconnected();
    }

    @Override
    public void heard(GenericEvent event) {
        ear.hear(event);
    }

    @Override
    public void stopped() {
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        lanes.close(Duration.ofSeconds(5));
                    } catch (InterruptedException stopping) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    private void settle(Arrival arrival, int number) {
        settlings.lock();
        try {
            ownership.load();
            settling.settle(arrival);
            gate.prepared(number);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            settlings.unlock();
        }
    }

    private AccountHealth.State state(Optional<JDA> discord) {
        if (session.whyStopped().isPresent()) {
            return AccountHealth.State.STOPPED;
        }
        if (discord.isEmpty() || !session.wasEverReady()) {
            return AccountHealth.State.STARTING;
        }
        boolean connected = discord.get().getStatus() == JDA.Status.CONNECTED;
        return connected && !pulse.isDeaf()
                ? AccountHealth.State.LISTENING
                : AccountHealth.State.DEAF;
    }

    private String sentence() {
        return session.whyStopped()
                .orElseGet(() -> session.hasContent() ? "" : Ending.withoutContent(account));
    }
}
