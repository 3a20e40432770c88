package dev.carrier.ingest.discord;

import dev.carrier.runtime.gateway.Shard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Gives each lane its beginning when a session begins or a server comes later, and has the missed
 * fetched. Thread-safe.
 */
final class Settling {
    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);

    private final Shard shard;
    private final Baseline baseline;
    private final Cursors cursors;
    private final Lanes lanes;
    private final Channels channels;
    private final Partners partners;
    private final CatchUps catchUps;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Arrival.Seen> early = new ArrayList<>();
    private Optional<Cursors.Known> known = Optional.empty();

    Settling(
            Shard shard,
            Baseline baseline,
            Cursors cursors,
            Lanes lanes,
            Channels channels,
            Partners partners,
            CatchUps catchUps) {
        this.shard = shard;
        this.baseline = baseline;
        this.cursors = cursors;
        this.lanes = lanes;
        this.channels = channels;
        this.partners = partners;
        this.catchUps = catchUps;
    }

    /** To be called for one session at a time; may block. */
    void settle(Arrival arrival) throws InterruptedException {
        var before = known();
        boolean first = before.isEmpty();
        var from = first ? baseline.load() : before.get();
        Map<Long, Long> begun;
        lock.lock();
        try {
            if (shard.hasDms()) {
                partners.restore(from.partners());
            }
            beginUnseen(from);
            var seen = Stream.concat(early.stream(), arrival.channels().stream()).toList();
            begun = begin(seen, from);
            early.clear();
            known = Optional.of(new Cursors.Known(true, from.channels(), from.partners()));
            wantMissed(seen);
        } finally {
            lock.unlock();
        }
        if (first) {
            saveAll(from, begun);
        } else {
            begun.forEach(cursors::save);
        }
    }

    /**
     * Channels of a server that was out of order and is there now; nobody delivers what was written
     * in them meanwhile. Never blocks for longer than a lock held for moments.
     */
    void late(List<Arrival.Seen> seen) {
        Map<Long, Long> begun;
        lock.lock();
        try {
            if (known.isEmpty()) {
                early.addAll(seen);
                return;
            }
            begun = begin(seen, known.get());
            missedIn(seen).forEach((channel, latest) -> lanes.of(channel).wantHistory(latest));
        } finally {
            lock.unlock();
        }
        if (!begun.isEmpty()) {
            Thread.ofVirtual().start(() -> begun.forEach(cursors::save));
        }
    }

    /**
     * Also those that this session does not show: DMs, and servers that are not there yet. Of other
     * shards' channels there may be a great many, and nothing will come in them here.
     */
    private void beginUnseen(Cursors.Known from) {
        from.channels()
                .forEach((channel, mark) -> {
                    boolean dm = shard.hasDms() && from.partners().containsKey(channel);
                    if (shard.isOnly() || dm) {
                        lanes.of(channel).begin(mark);
                    }
                });
    }

    /** The beginnings of those that had none. */
    private Map<Long, Long> begin(List<Arrival.Seen> seen, Cursors.Known from) {
        var known = seen.stream().filter(it -> from.channels().containsKey(it.id())).toList();
        known.forEach(it -> lanes.of(it.id()).begin(from.channels().getOrDefault(it.id(), 0L)));
        // What other shards have heard says nothing of what this one has.
        boolean neverHeard = shard.isOnly() ? from.isEmpty() : known.isEmpty();
        boolean firstInstall = !from.whole() && neverHeard;
        long lastHeard = lastHeard(from);
        var begun = new HashMap<Long, Long>();
        for (Arrival.Seen one : seen) {
            channels.see(one.channel());
            var lane = lanes.of(one.id());
            if (lane.isNew()) {
                long mark =
                        Beginnings.of(
                                one.id(), one.latest(), one.joined(), firstInstall, lastHeard);
                begun.put(one.id(), lane.begin(mark));
            }
        }
        return begun;
    }

    private void wantMissed(List<Arrival.Seen> seen) {
        var wanted = missedIn(seen);
        // Whether a DM has something new is only known by asking.
        Stream.concat(partners.all().keySet().stream(), lanes.channels().stream())
                .filter(it -> shard.hasDms() && channels.isDm(it))
                .forEach(dm -> wanted.put(dm, 0L));
        catchUps.begin(wanted.keySet());
        wanted.forEach((channel, latest) -> lanes.of(channel).wantHistory(latest));
    }

    /** A server's channels say which message is their newest, so a quiet one costs no request. */
    private Map<Long, Long> missedIn(List<Arrival.Seen> seen) {
        var wanted = new HashMap<Long, Long>();
        for (Arrival.Seen one : seen) {
            var cursor = lanes.of(one.id()).cursor();
            if (cursor.isPresent() && one.latest() > cursor.getAsLong()) {
                wanted.put(one.id(), one.latest());
            }
        }
        return wanted;
    }

    private Optional<Cursors.Known> known() {
        lock.lock();
        try {
            return known;
        } finally {
            lock.unlock();
        }
    }

    private long lastHeard(Cursors.Known from) {
        long known =
                from.channels().values().stream()
                        .filter(_ -> shard.isOnly())
                        .mapToLong(it -> it)
                        .max()
                        .orElse(0);
        return Math.max(known, lanes.newestCursor());
    }

    private void saveAll(Cursors.Known from, Map<Long, Long> begun) {
        var all = from.with(new Cursors.Known(true, begun, partners.all()), true);
        var own = new HashMap<Long, Long>();
        var others = new HashMap<Long, Long>();
        all.channels()
                .forEach((channel, mark) -> {
                    boolean mine = shard.isOnly() || begun.containsKey(channel);
                    (mine ? own : others).put(channel, mark);
                });
        try {
            // Where Redis was whole, it has the others.
            cursors.saveAll(
                    new Cursors.Known(true, own, all.partners()), from.whole() ? Map.of() : others);
        } catch (JedisException problem) {
            LOG.atWarn()
                    .addKeyValue("why", problem.getMessage())
                    .log("cursors are not in Redis yet: they will be rebuilt from carrier.events");
        }
    }
}
