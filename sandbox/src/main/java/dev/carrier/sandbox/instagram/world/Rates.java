package dev.carrier.sandbox.instagram.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/** How often something was done within the last while. Safe for use by many threads. */
final class Rates {
    private final Clock clock;
    private final Map<String, ArrayDeque<Instant>> done = new HashMap<>();

    Rates(Clock clock) {
        this.clock = clock;
    }

    /**
     * Does it once more.
     *
     * @throws Rejected 613/2534040 if that is too often
     */
    synchronized void take(String what, Setting most, Duration window, Settings settings) {
        var now = clock.instant();
        var times = done.computeIfAbsent(what, _ -> new ArrayDeque<>());
        while (!times.isEmpty() && !times.getFirst().isAfter(now.minus(window))) {
            times.removeFirst();
        }
        if (times.size() >= settings.number(most)) {
            throw Rejected.known(613, 2_534_040);
        }
        times.addLast(now);
    }
}
