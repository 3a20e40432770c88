package dev.carrier.bench.process;

import dev.carrier.bench.Watch;
import java.time.Duration;

/** Looks at what everything has used when a measurement begins and when it ends. */
final class Meter implements Watch {
    private final WorkerTown town;
    private Usage before;
    private Usage after;

    /** It has begun, until it is told that it begins later. */
    Meter(WorkerTown town) {
        this.town = town;
        this.before = town.usage();
        this.after = before;
    }

    /** While nothing is done but what is always done. */
    static Span idle(WorkerTown town, Duration lasting) throws InterruptedException {
        Meter meter = new Meter(town);
        long began = System.nanoTime();
        Thread.sleep(lasting);
        meter.ends();
        return meter.span((System.nanoTime() - began) / 1e9);
    }

    @Override
    public void begins() {
        before = town.usage();
    }

    @Override
    public void ends() {
        after = town.usage();
    }

    /**
     * What was used.
     *
     * @param per messages or seconds
     */
    Span span(double per) {
        return new Span(before, after, per);
    }
}
