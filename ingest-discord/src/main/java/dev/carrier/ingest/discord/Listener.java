package dev.carrier.ingest.discord;

import dev.carrier.runtime.gateway.Pace;
import dev.carrier.runtime.gateway.Shard;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.GenericEvent;
import redis.clients.jedis.UnifiedJedis;

/**
 * One shard of an account that listens: its session, its lanes and where it left off. Thread-safe.
 */
final class Listener implements Session.Following {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Shard shard;
    private final IdentifyTurn turn;
    private final InstantSource clock;
    private final Session session;
    private final Claiming claiming;
    private final Pulse pulse;
    private final Ownership ownership;
    private final CatchUps catchUps;
    private final Lanes lanes;
    private final Gate gate;
    private final Ear ear;
    private final Settling settling;
    private final Registering registering;
    private final ReentrantLock settlings = new ReentrantLock(true);
    private final Set<Thread> settlers = ConcurrentHashMap.newKeySet();
    private volatile Optional<Instant> settlingSince = Optional.empty();

    Listener(
            DiscordAccount account,
            Shard shard,
            AtomicBoolean content,
            IngestOptions options,
            Semaphore room,
            EventWriter writer,
            Announcing announcing,
            UnifiedJedis redis,
            Published published,
            IdentifyTurn turn,
            Pace pace,
            String container,
            InstantSource clock) {
        this.shard = shard;
        this.turn = turn;
        this.clock = clock;
        this.pulse = new Pulse(clock);
        this.session =
                new Session(
                        shard, new Connecting(account, shard, options, turn, pace), content, pulse);
        this.claiming = new Claiming(shard, new ShardClaim(redis, shard, container));
        this.catchUps = new CatchUps(shard.account());
        this.ownership =
                new Ownership(
                        session::discord,
                        new OwnedElsewhere(redis, shard, session::discord, clock),
                        clock);
        this.registering = new Registering(shard.account(), session::discord);
        var cursors = new Cursors(redis, shard);
        var partners = new Partners(cursors);
        var mapping = new Mapping(shard.account(), ownership, partners);
        var channels = new Channels(session::discord, partners);
        var history = new History(channels, mapping, options, clock);
        this.lanes =
                new Lanes(
                        new LaneParts(
                                shard.account(),
                                options,
                                room,
                                writer,
                                cursors,
                                history,
                                catchUps,
                                new LeftOut(shard.account(), clock),
                                PAUSE));
        this.gate = new Gate(lanes);
        this.settling =
                new Settling(
                        shard,
                        new Baseline(shard.account(), cursors, published),
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
        claiming.start(() -> session.start(this));
    }

    /** Keeps the connection honest; to be called every few seconds. */
    void tick() {
        session.ifLoggedIn().ifPresent(pulse::askIfQuiet);
        Thread.ofVirtual().name("renews-" + shard).start(this::tellOthers);
    }

    AccountHealth health() {
        var discord = session.ifLoggedIn();
        var signs = signs(discord);
        return new AccountHealth(
                shard.account(),
                signs.state(),
                sentence(signs),
                session.wasEverReady() ? session.discord().getSelfUser().getAsTag() : "",
                session.wasEverReady() ? session.discord().getSelfUser().getApplicationId() : "",
                discord.map(it -> Servers.of(it, ownership)).orElse(List.of()),
                session.hasContent(),
                pulse.last(),
                catchUps.now(),
                List.of(new ShardHealth(shard, signs.state(), signs.trouble(), signs.lastSign())));
    }

    /** Stops listening at once; what is not in Kafka is fetched by the next start. */
    void close(Duration atMost) throws InterruptedException {
        claiming.close();
        session.close();
        settlers.forEach(Thread::interrupt);
        lanes.close(atMost);
    }

    @Override
    public void arrived(Arrival arrival) {
        int number = gate.arrived();
        settlingSince = Optional.of(clock.instant());
        var settler =
                Thread.ofVirtual()
                        .name("settles-" + shard)
                        .unstarted(() -> settle(arrival, number));
        settlers.add(settler);
        settler.start();
        if (shard.registersCommands()) {
            // Beside that: who uses a command while Kafka is away is to be told.
            Thread.ofVirtual().name("registers-" + shard).start(registering::register);
        }
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
        settlers.forEach(Thread::interrupt);
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
        try {
            settlings.lockInterruptibly();
            try {
                ownership.load();
                settling.settle(arrival);
                gate.prepared(number);
                settled(number);
            } finally {
                settlings.unlock();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            settlers.remove(Thread.currentThread());
        }
    }

    private void tellOthers() {
        claiming.renew();
        if (!shard.isOnly() && session.wasEverReady()) {
            ownership.tellOthers();
        }
    }

    private void settled(int number) {
        if (gate.isPrepared(number)) {
            settlingSince = Optional.empty();
        }
    }

    private Signs signs(Optional<JDA> discord) {
        var now = clock.instant();
        return new Signs(
                shard,
                session.whyStopped(),
                claiming.standby(),
                session.wasEverReady(),
                discord.filter(it -> it.getStatus() == JDA.Status.CONNECTED).isPresent(),
                pulse.isDeaf(),
                settlingSince.filter(it -> it.plus(Pulse.DEAF_AFTER).isBefore(now)).isPresent(),
                turn.waitingFor(shard),
                session.problem(),
                pulse.last());
    }

    private String sentence(Signs signs) {
        return signs.stopped()
                .or(signs::standby)
                .orElseGet(() ->
                        Stream.concat(
                                        Stream.of(Ending.withoutContent(shard.account()))
                                                .filter(_ -> !session.hasContent()),
                                        claiming.warning().stream())
                                .collect(Collectors.joining(" ")));
    }
}
