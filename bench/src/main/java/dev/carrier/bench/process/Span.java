package dev.carrier.bench.process;

import dev.carrier.faults.crew.Job;
import java.util.Map;

/**
 * What everything used between two moments.
 *
 * @param per how many messages, or seconds, it is shared among; at least 1
 */
record Span(Usage before, Usage after, double per) {
    Span {
        per = Math.max(1, per);
    }

    /** CPU of each process, in milliseconds. */
    Map<String, Double> cpuOfEach() {
        return after.cpuOfEach(before, per);
    }

    /** CPU of the workers together, in milliseconds; not a number where one's is not known. */
    double cpuOfWorkers() {
        Map<String, Double> each = cpuOfEach();
        double sum = 0;
        for (Job job : Job.onDiscord()) {
            sum += each.getOrDefault(job.worker(), Double.NaN);
        }
        return sum;
    }

    /** Round trips to Redis. */
    double roundTrips() {
        return after.store().since(before.store()).reads() / per;
    }

    /** Commands in them, those inside scripts counted. */
    double commands() {
        return after.store().since(before.store()).calls() / per;
    }

    /** The commands that Redis did most, for people. */
    String mostCommands() {
        return after.store().since(before.store()).most(per);
    }

    /** Records that the workers wrote to Kafka. */
    double written() {
        return (after.recordsWritten() - before.recordsWritten()) / per;
    }

    /** Records that they read from it. */
    double read() {
        return (after.recordsRead() - before.recordsRead()) / per;
    }
}
