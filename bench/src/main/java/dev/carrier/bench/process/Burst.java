package dev.carrier.bench.process;

import dev.carrier.bench.SaturationReport;
import java.util.Locale;

/**
 * Everything at once, one time.
 *
 * @param report what came of it
 * @param used what one message of it used
 */
record Burst(SaturationReport report, Span used) {
    /** Such as {@code 310/s at 7.8}: messages a second, and the workers' CPU-ms a message. */
    String line() {
        return String.format(
                Locale.ROOT, "%.0f/s at %.1f", report.perSecond(), used.cpuOfWorkers());
    }
}
