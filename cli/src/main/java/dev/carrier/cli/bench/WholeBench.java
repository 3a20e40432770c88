package dev.carrier.cli.bench;

import dev.carrier.bench.Machine;
import dev.carrier.bench.Section;
import dev.carrier.bench.WholePlan;
import dev.carrier.bench.WholeReport;
import dev.carrier.bench.process.RoundPlan;
import dev.carrier.bench.process.RoundReport;
import dev.carrier.cli.Carrier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** {@code ./carrier bench}: all of it, or the part whose workers are processes. */
final class WholeBench {
    private static final String PROCESSES = "Each worker a process of its own";

    private final Carrier carrier;
    private final WholePlan plan;
    private final Consumer<String> progress;
    private final Instant began = Instant.now();

    /**
     * @param progress hears what is done now
     */
    WholeBench(Carrier carrier, WholePlan plan, Consumer<String> progress) {
        this.carrier = carrier;
        this.plan = plan;
        this.progress = progress;
    }

    /** What is measured of a Carrier. */
    private interface Measuring {
        Section section() throws InterruptedException;
    }

    WholeReport run() throws InterruptedException {
        Machine before = Machine.here();
        List<Section> sections = new ArrayList<>();
        List<Section> growth = new ArrayList<>();
        sections.add(tried(OneProcess.TITLE, new OneProcess(carrier, plan, this::say)::section));
        Rounds rounds = new Rounds(carrier, plan, this::say);
        sections.add(
                tried(
                        PROCESSES,
                        () -> {
                            RoundReport usual = rounds.usual();
                            growth.add(usual.column());
                            return section(usual);
                        }));
        if (plan.grows()) {
            for (RoundPlan other : rounds.others()) {
                growth.add(tried(other.title(), () -> rounds.of(other).column()));
            }
        } else {
            growth.clear();
        }
        return report(before, sections, growth);
    }

    /** Only each worker as a process of its own, with so many partitions and conversations. */
    WholeReport workers(int partitions, int conversations, Duration warmUp, int bursts)
            throws InterruptedException {
        Machine before = Machine.here();
        Rounds rounds = new Rounds(carrier, plan, this::say);
        Section section =
                tried(
                        PROCESSES,
                        () -> section(rounds.whole(partitions, conversations, warmUp, bursts)));
        return report(before, List.of(section), List.of());
    }

    private static Section section(RoundReport round) {
        return round.section(PROCESSES + ": " + round.plan().title() + " conversations");
    }

    private WholeReport report(Machine before, List<Section> sections, List<Section> growth) {
        return new WholeReport(
                before, sections, growth, plan.isQuick(), Duration.between(began, Instant.now()));
    }

    /** What fails leaves the rest its say: a quarter of an hour is not for nothing. */
    private Section tried(String title, Measuring measuring) throws InterruptedException {
        try {
            return measuring.section();
        } catch (RuntimeException problem) {
            say(title + ": " + problem);
            return Section.failed(title, String.valueOf(problem.getMessage()));
        }
    }

    private void say(String what) {
        Duration since = Duration.between(began, Instant.now());
        progress.accept(
                String.format(
                        Locale.ROOT,
                        "%02d:%02d  %s",
                        since.toMinutes(),
                        since.toSecondsPart(),
                        what));
    }
}
