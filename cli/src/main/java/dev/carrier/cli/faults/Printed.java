package dev.carrier.cli.faults;

import dev.carrier.faults.Report;
import dev.carrier.faults.Telling;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What a run prints: a line for each thing that is done, a table at its end, and the sum. */
final class Printed implements Telling {
    private static final int NAMED = 20;

    private final PrintWriter out;
    private final boolean json;
    private final Instant began = Instant.now();

    /**
     * @param json only the report, for a program
     */
    Printed(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    void begins(String suite, long seed, String plan, Path data) {
        say("faults: suite %s, --seed %d, %s".formatted(suite, seed, plan));
        say("what the processes print is in " + data);
    }

    void watchAt(URI page) {
        say("watch at " + page);
    }

    @Override
    public void did(String what) {
        Duration since = Duration.between(began, Instant.now());
        say("%02d:%02d  %s".formatted(since.toMinutes(), since.toSecondsPart(), what));
    }

    void ends(Report report) {
        if (json) {
            out.println(JsonMapper.builder().build().writeValueAsString(report));
            out.flush();
            return;
        }
        say("");
        report.faults().forEach((kind, times) -> say("%5d  %s".formatted(times, kind)));
        say("");
        say(
                "%d answers in %d min %d s"
                        .formatted(
                                report.answers(),
                                report.took().toMinutes(),
                                report.took().toSecondsPart()));
        report.notes().forEach(this::say);
        report.findings().forEach(this::named);
        if (report.leftOut() > 0) {
            say("left out: " + report.leftOut() + " acts that --for left no time for");
        }
        say(report.lastLine());
    }

    private void named(String what, List<String> which) {
        which.stream().limit(NAMED).forEach(one -> say(what + ": " + one));
        if (which.size() > NAMED) {
            say(what + ": and " + (which.size() - NAMED) + " more");
        }
    }

    private void say(String line) {
        if (!json) {
            out.println(line);
            out.flush();
        }
    }
}
