package dev.carrier.bench;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A report of added latency, for people and for programs. */
public final class LatencyTable {
    private LatencyTable() {}

    /** For people; its last line is the sum of it. */
    public static void print(LatencyReport report, PrintWriter out) {
        out.printf(
                "sent %d, answered %d (%d together with a later one), lost %d, doubled %d%n",
                report.sent(),
                report.answered(),
                report.together(),
                report.lost(),
                report.doubled());
        out.printf(
                "%d messages/s for %.0f s after %d messages of warm-up, %d conversations%n%n",
                report.plan().rate(),
                report.took().toMillis() / 1000.0,
                report.warmUp(),
                report.plan().channels().size());
        out.printf("%-34s %8s %8s %8s %8s%n", "ms", "p50", "p90", "p99", "max");
        row(out, "added latency", report.added());
        for (Map.Entry<String, Spread> stage : report.stages().entrySet()) {
            row(out, "  " + stage.getKey(), stage.getValue());
        }
        row(out, "raw produce→consume, same broker", report.raw());
        row(out, "model's own time", report.model());
        row(out, "messages later than planned", report.late());
        out.println();
        out.printf(
                "cpu      %.1f s in %.0f s, all but Redis: %.0f %% of one core%n",
                report.cpuSeconds(),
                report.took().toMillis() / 1000.0,
                100 * report.cpuSeconds() / Math.max(0.001, report.took().toMillis() / 1000.0));
        out.printf("machine  %s%n", report.machine().line());
        out.printf(
                "aim      p50 %.0f ms, p99 %.0f ms on two idle cores: %s%n",
                LatencyReport.AIM_P50,
                LatencyReport.AIM_P99,
                report.met() ? "met" : "not met in this run");
        out.println(line(report));
        out.flush();
    }

    /** The sum of it. */
    public static String line(LatencyReport report) {
        return String.format(
                Locale.ROOT,
                "bench: added latency p50 %.0f ms p99 %.0f ms at %d messages/s, raw produce→consume p50 %.1f ms p99 %.1f ms",
                report.added().at(50),
                report.added().at(99),
                report.plan().rate(),
                report.raw().at(50),
                report.raw().at(99));
    }

    /** For programs. */
    public static ObjectNode json(LatencyReport report) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("sent", report.sent())
                .put("answered", report.answered())
                .put("together", report.together())
                .put("lost", report.lost())
                .put("doubled", report.doubled())
                .put("refused", report.refused())
                .put("rate", report.plan().rate())
                .put("conversations", report.plan().channels().size())
                .put("seconds", report.took().toMillis() / 1000.0)
                .put("warmUp", report.warmUp())
                .put("cpuSeconds", report.cpuSeconds())
                .put("aimMet", report.met());
        node.set("added", json(report.added()));
        ObjectNode stages = node.putObject("stages");
        report.stages().forEach((name, spread) -> stages.set(name, json(spread)));
        node.set("raw", json(report.raw()));
        node.set("model", json(report.model()));
        node.set("late", json(report.late()));
        node.set("machine", json(report.machine()));
        return node;
    }

    static ObjectNode json(Machine machine) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("cores", machine.cores())
                .put("memoryMb", machine.memoryMb())
                .put("heapMb", machine.heapMb())
                .put("jvm", machine.jvm())
                .put("collector", machine.collector())
                .put("system", machine.system())
                .put("load", machine.load());
    }

    private static ObjectNode json(Spread spread) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("count", spread.count())
                .put("p50", spread.at(50))
                .put("p90", spread.at(90))
                .put("p99", spread.at(99))
                .put("max", spread.max());
    }

    private static void row(PrintWriter out, String name, Spread spread) {
        out.printf(
                "%-34s %8.1f %8.1f %8.1f %8.1f%n",
                name, spread.at(50), spread.at(90), spread.at(99), spread.max());
    }
}
