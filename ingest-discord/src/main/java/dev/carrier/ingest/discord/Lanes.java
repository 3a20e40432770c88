package dev.carrier.ingest.discord;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The lanes of one account, one a channel, made when first needed. Thread-safe. */
final class Lanes {
    private final LaneParts parts;
    private final Map<Long, Lane> lanes = new ConcurrentHashMap<>();
    private volatile boolean open;

    Lanes(LaneParts parts) {
        this.parts = parts;
    }

    /** The channel's lane; shut or open as all are. */
    Lane of(long channel) {
        return lanes.computeIfAbsent(channel, this::fresh);
    }

    /** The channels that have one. */
    Set<Long> channels() {
        return Set.copyOf(lanes.keySet());
    }

    /** From now on nothing is published: the gateway may be missing something. */
    void shut() {
        open = false;
        lanes.values().forEach(Lane::shut);
    }

    /** What was heard may be published. */
    void open() {
        open = true;
        lanes.values().forEach(Lane::open);
    }

    /** The id of the newest message that is in Kafka; 0 for none. */
    long newestCursor() {
        return lanes.values().stream().mapToLong(lane -> lane.cursor().orElse(0)).max().orElse(0);
    }

    /** The channel is gone. */
    void forget(long channel) {
        lanes.remove(channel);
        parts.cursors().forget(channel);
    }

    /** Stops all lanes, and waits for what they are publishing for at most that long. */
    void close(Duration atMost) throws InterruptedException {
        lanes.values().forEach(Lane::close);
        long end = System.nanoTime() + atMost.toNanos();
        for (Lane lane : lanes.values()) {
            lane.awaitEnd(end - System.nanoTime());
        }
    }

    private Lane fresh(long channel) {
        var lane = new Lane(channel, parts);
        if (open) {
            lane.open();
        }
        return lane;
    }
}
