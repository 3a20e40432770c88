package dev.carrier.bench.process;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What everything has used so far.
 *
 * @param processes by name: the workers, then {@code kafka} and {@code redis}
 * @param store what Redis has done
 * @param recordsWritten by the workers, to Kafka
 * @param recordsRead by the workers, from Kafka
 */
record Usage(
        Map<String, ProcessUse> processes,
        StoreCounts store,
        double recordsWritten,
        double recordsRead) {

    /**
     * CPU of each between an earlier moment and this one, in milliseconds.
     *
     * @param per how many messages, or seconds, it is shared among
     */
    Map<String, Double> cpuOfEach(Usage before, double per) {
        Map<String, Double> each = new LinkedHashMap<>();
        processes.forEach((name, now) -> {
            ProcessUse then = before.processes.get(name);
            each.put(name, then == null ? Double.NaN : (now.cpuMillis() - then.cpuMillis()) / per);
        });
        return each;
    }

    /** The memory that each holds now, in units of 1,048,576 bytes. */
    Map<String, Double> residentOfEach() {
        Map<String, Double> each = new LinkedHashMap<>();
        processes.forEach((name, now) -> each.put(name, now.residentMb()));
        return each;
    }
}
