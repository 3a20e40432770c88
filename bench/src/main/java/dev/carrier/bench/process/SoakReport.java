package dev.carrier.bench.process;

import dev.carrier.bench.LatencyReport;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a long evening showed.
 *
 * @param talk what people said and heard
 * @param looks at the memory of each process, oldest first
 */
public record SoakReport(Duration lasting, LatencyReport talk, List<Look> looks) {
    /** What a process may gain from the second quarter to the last and still be called flat. */
    static final double PART = 0.10;

    static final double AND_MB = 8;

    private static final int QUARTERS = 4;

    /** They hold what was written to them: how much that is says nothing of a leak of ours. */
    private static final Set<String> STORES = Set.of("kafka", "redis");

    /**
     * The resident memory of each process.
     *
     * @param after since the warm-up
     * @param residentMb by name, in units of 1,048,576 bytes; not a number where the system does
     *     not tell
     */
    public record Look(Duration after, Map<String, Double> residentMb) {
        String words() {
            return "%d:%02d  %s"
                    .formatted(
                            after.toMinutes(),
                            after.toSecondsPart(),
                            residentMb.entrySet().stream()
                                    .map(one ->
                                            "%s %s MB".formatted(one.getKey(), mb(one.getValue())))
                                    .collect(Collectors.joining(", ")));
        }
    }

    /**
     * The median of a process in the second quarter of the time, and in the last.
     *
     * @param flat whether it has not grown, or by less than a tenth and 8 MB
     */
    public record Growth(double early, double late, boolean flat) {}

    /** How each process has grown; empty with less than four looks. */
    public Map<String, Growth> growth() {
        return growth(looks);
    }

    static Map<String, Growth> growth(List<Look> looks) {
        Map<String, Growth> growth = new LinkedHashMap<>();
        if (looks.size() < QUARTERS) {
            return growth;
        }
        looks.getFirst()
                .residentMb()
                .keySet()
                .forEach(name -> {
                    double early = median(looks, name, 1);
                    double late = median(looks, name, QUARTERS - 1);
                    growth.put(
                            name, new Growth(early, late, !(late > early * (1 + PART) + AND_MB)));
                });
        return growth;
    }

    /** The memory of the workers is flat, and nothing was lost or doubled. */
    public boolean isSound() {
        return looks.size() >= QUARTERS
                && workersAreFlat()
                && talk.lost() == 0
                && talk.doubled() == 0;
    }

    /** A line for each process, and the sum. */
    public void print(PrintWriter out) {
        out.println();
        out.printf("%-20s %12s %12s%n", "resident MB", "2nd quarter", "4th quarter");
        growth().forEach((name, one) ->
                out.printf(
                        "%-20s %12s %12s  %s%n",
                        name, mb(one.early()), mb(one.late()), word(name, one)));
        out.printf(
                "soak: %d messages in %d min, %d lost, %d answered twice, memory of workers %s%n",
                talk.sent(),
                lasting.toMinutes(),
                talk.lost(),
                talk.doubled(),
                looks.size() < QUARTERS
                        ? "looked at too seldom"
                        : workersAreFlat() ? "flat" : "grows");
        out.flush();
    }

    private boolean workersAreFlat() {
        return workersAreFlat(growth());
    }

    static boolean workersAreFlat(Map<String, Growth> growth) {
        return growth.entrySet().stream()
                .allMatch(one -> STORES.contains(one.getKey()) || one.getValue().flat());
    }

    private static String word(String name, Growth growth) {
        if (growth.flat()) {
            return "flat";
        }
        return STORES.contains(name) ? "holds more than before" : "GROWS";
    }

    private static double median(List<Look> looks, String name, int quarter) {
        double[] sorted =
                looks
                        .subList(
                                quarter * looks.size() / QUARTERS,
                                (quarter + 1) * looks.size() / QUARTERS)
                        .stream()
                        .mapToDouble(look -> look.residentMb().getOrDefault(name, Double.NaN))
                        .sorted()
                        .toArray();
        return sorted[sorted.length / 2];
    }

    private static String mb(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.0f", value);
    }
}
