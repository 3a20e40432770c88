package dev.carrier.cli.character;

import dev.carrier.contracts.Json;
import dev.carrier.pipeline.character.Finding;
import dev.carrier.pipeline.character.Lint;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;

/** Prints what the lint finds: a line each, as compilers do. */
final class LintReport {
    private final PrintWriter out;
    private final boolean json;

    LintReport(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    /** Looks through files; gives whether all can be used. */
    boolean of(List<Path> files) {
        ArrayNode all = Json.mapper().createArrayNode();
        boolean usable = true;
        for (Path file : files) {
            List<Finding> findings = Lint.of(file);
            usable &= findings.stream().noneMatch(LintReport::isError);
            for (Finding finding : findings) {
                add(all, file, finding);
                if (!json) {
                    out.println(line(file, finding));
                }
            }
            if (!json && findings.isEmpty()) {
                out.println(file + ": nothing to say");
            }
        }
        if (json) {
            out.println(all);
        }
        return usable;
    }

    private static boolean isError(Finding finding) {
        return finding.severity() == Finding.Severity.ERROR;
    }

    private static String line(Path file, Finding finding) {
        return "%s:%d:%d %s %s → %s"
                .formatted(
                        file,
                        finding.line(),
                        finding.column(),
                        severity(finding),
                        finding.what(),
                        finding.remedy());
    }

    private static void add(ArrayNode all, Path file, Finding finding) {
        all.addObject()
                .put("file", file.toString())
                .put("line", finding.line())
                .put("column", finding.column())
                .put("path", finding.path())
                .put("severity", severity(finding))
                .put("what", finding.what())
                .put("remedy", finding.remedy());
    }

    private static String severity(Finding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }
}
