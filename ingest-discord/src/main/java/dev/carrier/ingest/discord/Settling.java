package dev.carrier.ingest.discord;

import java.util.HashMap;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisException;

/** Gives each lane its beginning when a session begins, and has the missed fetched. */
final class Settling {
    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);

    private final Baseline baseline;
    private final Cursors cursors;
    private final Lanes lanes;
    private final Channels channels;
    private final Partners partners;
    private final CatchUps catchUps;
    private Optional<Cursors.Known> known = Optional.empty();

    Settling(
            Baseline baseline,
            Cursors cursors,
            Lanes lanes,
            Channels channels,
            Partners partners,
            CatchUps catchUps) {
        this.baseline = baseline;
        this.cursors = cursors;
        this.lanes = lanes;
        this.channels = channels;
        this.partners = partners;
        this.catchUps = catchUps;
    }

    /** To be called for one session at a time. */
    void settle(Arrival arrival) throws InterruptedException {
        boolean first = known.isEmpty();
        if (first) {
            known = Optional.of(baseline.load());
        }
        var before = known.get();
        partners.restore(before.partners());
        boolean firstInstall = !before.whole() && before.isEmpty();
        var marks = new HashMap<Long, Long>(before.channels());
        long lastHeard = lastHeard(before);
        for (Arrival.Seen seen : arrival.channels()) {
            channels.see(seen.channel());
            boolean isNew = !marks.containsKey(seen.id());
            long unknown =
                    Beginnings.of(seen.id(), seen.latest(), seen.joined(), firstInstall, lastHeard);
            long mark = lanes.of(seen.id()).begin(marks.getOrDefault(seen.id(), unknown));
            marks.put(seen.id(), mark);
            if (isNew && !first) {
                cursors.save(seen.id(), mark);
            }
        }
        partners.all()
                .keySet()
                .forEach(dm ->
                        Optional.ofNullable(before.channels().get(dm))
                                .ifPresent(mark -> lanes.of(dm).begin(mark)));
        var settled = new Cursors.Known(true, marks, partners.all());
        if (first) {
            save(settled);
        }
        known = Optional.of(settled);
        wantMissed(arrival);
    }

    private void wantMissed(Arrival arrival) {
        var wanted = new HashMap<Long, Long>();
        for (Arrival.Seen seen : arrival.channels()) {
            var cursor = lanes.of(seen.id()).cursor();
            if (cursor.isPresent() && seen.latest() > cursor.getAsLong()) {
                wanted.put(seen.id(), seen.latest());
            }
        }
        // Whether a DM has something new is only known by asking.
        partners.all().keySet().forEach(dm -> wanted.put(dm, 0L));
        catchUps.begin(wanted.keySet());
        wanted.forEach((channel, latest) -> lanes.of(channel).wantHistory(latest));
    }

    private long lastHeard(Cursors.Known before) {
        long known = before.channels().values().stream().mapToLong(it -> it).max().orElse(0);
        return Math.max(known, lanes.newestCursor());
    }

    private void save(Cursors.Known settled) {
        try {
            cursors.saveAll(settled);
        } catch (JedisException problem) {
            LOG.atWarn()
                    .addKeyValue("why", problem.getMessage())
                    .log("cursors are not in Redis yet: they will be rebuilt from carrier.events");
        }
    }
}
