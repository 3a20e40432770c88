package dev.carrier.cli.faults;

import dev.carrier.faults.FaultsPlan;
import dev.carrier.faults.FaultsReport;
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

    void begins(String suite, FaultsPlan plan, Path data) {
        say(
                "faults: suite %s, --seed %d, %d messages, %d kills, %d disconnects, %d refusals, %d outages"
                        .formatted(
                                suite,
                                plan.seed(),
                                plan.messages(),
                                plan.kills(),
                                plan.disconnects(),
                                plan.refusals(),
                                plan.outages()));
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

    void ends(FaultsReport report) {
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
        named("lost", report.verdict().lost());
        named("answered twice", report.verdict().twice());
        named("out of order", report.verdict().outOfOrder());
        named("wrong", report.verdict().otherwise());
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
