package dev.carrier.instagram.pace;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What this process knows of the pace of one account. Thread-safe. */
final class HerePace {
    private final InstantSource clock;
    private final Map<String, Instant> pauses = new ConcurrentHashMap<>();
    private final Map<Lane, Instant> next = new ConcurrentHashMap<>();
    private int percent;
    private Instant believedUntil = Instant.EPOCH;

    HerePace(InstantSource clock) {
        this.clock = clock;
    }

    synchronized Standing before(Lane lane, Duration patience) {
        Instant now = clock.instant();
        Duration seenFor = positive(Duration.between(now, believedUntil));
        int used = seenFor.isPositive() ? percent : 0;
        Duration pause =
                positive(Duration.between(now, pauses.getOrDefault(lane.area(), Instant.EPOCH)));
        if (lane.interval().isZero()) {
            return new Standing(pause, used, seenFor, Duration.ZERO, true);
        }
        Instant before = next.getOrDefault(lane, Instant.EPOCH);
        Instant slot = before.isAfter(now) ? before : now;
        Duration ahead = lane.interval().multipliedBy(lane.atOnce() - 1L);
        Duration turn = positive(Duration.between(now, slot).minus(ahead));
        boolean taken = pause.isZero() && turn.compareTo(patience) <= 0;
        if (taken) {
            next.put(lane, slot.plus(lane.interval()));
        }
        return new Standing(pause, used, seenFor, turn, taken);
    }

    synchronized void uses(int now, Duration believed) {
        percent = now;
        believedUntil = clock.instant().plus(believed);
    }

    void pause(Lane lane, Duration howLong) {
        Instant until = clock.instant().plus(howLong);
        pauses.merge(lane.area(), until, (a, b) -> a.isAfter(b) ? a : b);
    }

    private static Duration positive(Duration one) {
        return one.isNegative() ? Duration.ZERO : one;
    }
}
