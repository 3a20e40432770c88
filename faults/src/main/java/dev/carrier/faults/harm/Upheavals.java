package dev.carrier.faults.harm;

import dev.carrier.faults.crew.Clocks;
import dev.carrier.faults.crew.Job;
import dev.carrier.faults.town.Crowd;
import dev.carrier.faults.town.Town;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * What operators and machines do to processes besides killing them: rolling restarts, one processor
 * more or less in mid-call, a full disk, a clock that is stepped.
 */
public final class Upheavals {
    private static final int LINES = 6;

    /** Long enough for calls to be open while a process ends. */
    private static final int SLOW_MODEL_MS = 700;

    private static final int USUAL_MODEL_MS = 20;

    /**
     * Below a turn's deadline and beyond every time in seconds. What is gathered by a clock that is
     * ahead waits so long when that is set right.
     */
    private static final Duration STEP = Duration.ofSeconds(90);

    private static final List<Job> CLOCKED = List.of(Job.PROCESSOR, Job.RESPONDER, Job.INGEST);

    private final Town town;
    private final Crowd crowd;
    private final Harm harm;
    private final Random random;
    private final CallsInFlight inFlight;
    private final Rebalances rebalances;
    private final Optional<Clocks> clocks;

    /**
     * @param clocks those of the workers; empty: they cannot be stepped here
     */
    public Upheavals(
            Town town,
            Crowd crowd,
            Harm harm,
            Random random,
            CallsInFlight inFlight,
            Optional<Clocks> clocks) {
        this.town = town;
        this.crowd = crowd;
        this.harm = harm;
        this.random = random;
        this.inFlight = inFlight;
        this.rebalances = new Rebalances(town, crowd, inFlight);
        this.clocks = clocks;
    }

    /** One kind of upheaval. */
    public enum Kind {
        ROLLING_RESTART("restart: every worker, one after the other"),
        PROCESSOR_MORE("rebalance: one more processor in mid-call, and away in mid-call"),
        CLOCK_FORWARD("clock: forward by 90 s, and back"),
        KAFKA_DISK_FULL("disk full: Kafka's"),
        PROCESSOR_RESTARTS("rebalance: a processor restarts in mid-call"),
        CLOCK_BACK("clock: back by 90 s, and forward");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** The kind in words. */
        public String words() {
            return words;
        }

        /** Whether it needs clocks that can be stepped. */
        public boolean isOfClocks() {
            return this == CLOCK_FORWARD || this == CLOCK_BACK;
        }
    }

    /** Those that can be brought about here. */
    public List<Kind> kinds() {
        return Arrays.stream(Kind.values())
                .filter(kind -> clocks.isPresent() || !kind.isOfClocks())
                .toList();
    }

    /** It happens, and is over when this returns. Gives it in words. */
    public String strike(Kind kind) {
        for (Job job : Job.onDiscord()) {
            for (int at = 0; at < town.crew().count(job); at++) {
                town.crew().of(job, at).awaitReady();
            }
        }
        String words =
                switch (kind) {
                    case ROLLING_RESTART -> everyWorkerRestarts();
                    case PROCESSOR_MORE -> {
                        rebalances.oneMoreComesAndLeaves();
                        yield kind.words;
                    }
                    case PROCESSOR_RESTARTS -> {
                        rebalances.oneRestarts(random.nextInt(town.crew().count(Job.PROCESSOR)));
                        yield kind.words;
                    }
                    case KAFKA_DISK_FULL -> kafkaCannotWrite();
                    case CLOCK_FORWARD -> stepped(STEP);
                    case CLOCK_BACK -> stepped(STEP.negated());
                };
        harm.did(kind.words);
        return words;
    }

    private String everyWorkerRestarts() {
        town.client().model().takes(SLOW_MODEL_MS);
        for (Job job : Job.onDiscord()) {
            for (int at = 0; at < town.crew().count(job); at++) {
                crowd.talks(LINES);
                inFlight.note();
                town.crew().replace(job, at);
                inFlight.note();
            }
        }
        town.client().model().takes(USUAL_MODEL_MS);
        return Kind.ROLLING_RESTART.words;
    }

    private String kafkaCannotWrite() {
        var broker = town.servers().broker();
        inFlight.note();
        broker.fillsItsDisk();
        crowd.talks(LINES);
        broker.awaitEnd();
        crowd.talks(LINES);
        inFlight.note();
        broker.comesBack();
        return Kind.KAFKA_DISK_FULL.words;
    }

    private String stepped(Duration by) {
        Clocks its = clocks.orElseThrow();
        Job job = CLOCKED.get(random.nextInt(CLOCKED.size()));
        crowd.talks(LINES);
        inFlight.note();
        its.step(job, by);
        crowd.talks(2 * LINES);
        inFlight.note();
        its.step(job, Duration.ZERO);
        crowd.talks(LINES);
        inFlight.note();
        return "clock of %s: %+d s, and right again".formatted(job.worker(), by.toSeconds());
    }
}
