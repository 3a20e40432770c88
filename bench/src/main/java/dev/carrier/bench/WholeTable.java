package dev.carrier.bench;

import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The whole report for people: the machine, a table for each Carrier, how it grows, the sum. */
public final class WholeTable {
    private static final int COLUMN = 24;

    private WholeTable() {}

    /** Prints it; its last line is the sum of it. */
    public static void print(WholeReport report, PrintWriter out) {
        out.println();
        out.println("machine  " + report.before().line() + " before");
        report.sections().forEach(section -> section(section, out));
        if (!report.growth().isEmpty()) {
            growth(report.growth(), out);
        }
        out.println();
        out.println(report.line());
        out.flush();
    }

    private static void section(Section section, PrintWriter out) {
        out.printf("%n%s%n", section.title());
        for (Finding one : section.findings()) {
            String aim = one.aim().map(it -> it.words() + " " + one.unit()).orElse("").strip();
            String met = one.met().map(it -> it ? "met" : "missed").orElse("");
            String line = "  %-52s %14s   %-14s %s".formatted(one.what(), one.shown(), aim, met);
            out.println(line.stripTrailing());
        }
        section.notes().forEach(note -> out.println("  " + note));
    }

    /** A column for each; what one of them lacks is left blank. */
    private static void growth(List<Section> growth, PrintWriter out) {
        out.printf("%nHow it grows%n");
        StringBuilder head = new StringBuilder("  " + " ".repeat(36));
        growth.forEach(one -> head.append(("%" + COLUMN + "s").formatted(one.title())));
        out.println(head);
        Set<String> rows = new LinkedHashSet<>();
        growth.forEach(one -> one.findings().forEach(it -> rows.add(it.what())));
        for (String row : rows) {
            StringBuilder line = new StringBuilder("  %-36s".formatted(row));
            for (Section column : growth) {
                String shown =
                        column.findings().stream()
                                .filter(it -> it.what().equals(row))
                                .findFirst()
                                .map(Finding::shown)
                                .orElse("");
                line.append(("%" + COLUMN + "s").formatted(shown));
            }
            out.println(line.toString().stripTrailing());
        }
        growth.forEach(
                one -> one.notes().forEach(note -> out.println("  " + one.title() + ": " + note)));
    }
}
