package dev.carrier.ingest.instagram;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How often what happened since the start. Thread-safe. */
public final class Counts {
    private final Map<Counted, LongAdder> counts = new ConcurrentHashMap<>();

    /** Makes one with nothing counted. */
    public Counts() {}

    /** It happened once more. */
    void add(Counted what) {
        add(what, 1);
    }

    void add(Counted what, long times) {
        counts.computeIfAbsent(what, _ -> new LongAdder()).add(times);
    }

    /** How often this happened. */
    public long of(Counted what) {
        LongAdder counted = counts.get(what);
        return counted == null ? 0 : counted.sum();
    }

    /** All that happened at least once. */
    public Map<Counted, Long> all() {
        Map<Counted, Long> all = new TreeMap<>();
        counts.forEach((what, times) -> all.put(what, times.sum()));
        return all;
    }
}
