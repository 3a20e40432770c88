package dev.carrier.cli.bench;

import dev.carrier.bench.FlightBench;
import dev.carrier.bench.FlightReport;
import dev.carrier.bench.LatencyBench;
import dev.carrier.bench.LatencyPlan;
import dev.carrier.bench.LatencyReport;
import dev.carrier.bench.LatencyTable;
import dev.carrier.bench.WebhookReport;
import dev.carrier.cli.Carrier;
import dev.carrier.cli.run.Time;
import dev.carrier.runtime.SetupProblem;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./carrier bench}: each measurement is a command of its own. */
@Command(
        name = "bench",
        description = "What Carrier costs: every worker, Kafka, Redis and the sandbox in one go.")
public final class BenchCommand implements Runnable {
    private static final int CALLS_AT_ONCE = 256;

    private final Carrier carrier;

    /**
     * @param carrier gives the options that all commands have
     */
    public BenchCommand(Carrier carrier) {
        this.carrier = carrier;
    }

    /** Without a measurement there is nothing to do. */
    @Override
    public void run() {
        throw new SetupProblem(
                "what is to be measured?", "take bench latency, bench flight or bench webhook");
    }

    @Command(
            name = "latency",
            description = {
                "What Carrier adds to the model's own time, stage by stage, beside what Kafka alone takes.",
                "Instant model, no gathering; messages come by the clock, whether or not others are answered."
            })
    int latency(
            @Option(names = "--rate", defaultValue = "20", description = "Messages a second.")
                    int rate,
            @Option(
                            names = "--for",
                            paramLabel = "TIME",
                            defaultValue = "30s",
                            converter = Time.class,
                            description = "How long is measured, such as 30s or 2m.")
                    Duration lasting,
            @Option(
                            names = "--warm-up",
                            paramLabel = "TIME",
                            defaultValue = "15s",
                            converter = Time.class,
                            description = "How long the same is done before, unmeasured.")
                    Duration warmUp,
            @Option(
                            names = "--conversations",
                            defaultValue = "100",
                            description = "Channels in which people write, in turn.")
                    int conversations)
            throws InterruptedException {
        positive("--rate", rate);
        LatencyReport report =
                measured(
                        "%d messages/s for %d s after %d s of warm-up"
                                .formatted(rate, lasting.toSeconds(), warmUp.toSeconds()),
                        conversations,
                        CALLS_AT_ONCE,
                        town ->
                                new LatencyBench(
                                                town,
                                                new LatencyPlan(
                                                        rate,
                                                        lasting,
                                                        warmUp,
                                                        town.person(),
                                                        town.channels()))
                                        .run());
        if (carrier.json()) {
            carrier.out().println(LatencyTable.json(report));
        } else {
            LatencyTable.print(report, carrier.out());
        }
        return 0;
    }

    @Command(
            name = "flight",
            description =
                    "Many conversations with a slow model, all at once: how many calls are in flight together.")
    int flight(
            @Option(
                            names = "--conversations",
                            defaultValue = "1000",
                            description = "So many, a message in each.")
                    int conversations,
            @Option(
                            names = "--model",
                            paramLabel = "TIME",
                            defaultValue = "2s",
                            converter = Time.class,
                            description = "How long the model takes for each.")
                    Duration model)
            throws InterruptedException {
        FlightReport report =
                measured(
                        "%d conversations at once".formatted(conversations),
                        conversations,
                        2 * conversations,
                        town -> new FlightBench(town, town.person(), town.channels(), model).run());
        if (carrier.json()) {
            carrier.out().println(report.json());
        } else {
            report.print(carrier.out());
        }
        return 0;
    }

    @Command(
            name = "webhook",
            description = {
                "How long Meta waits for the acknowledgement of a webhook, which comes when Kafka has what was in it.",
                "Exit code 1 when one was not acknowledged, is not in Kafka, or the p99 is a second or more."
            })
    int webhook(
            @Option(names = "--rate", defaultValue = "200", description = "Webhooks a second.")
                    int rate,
            @Option(
                            names = "--for",
                            paramLabel = "TIME",
                            defaultValue = "30s",
                            converter = Time.class,
                            description = "How long is measured, such as 30s or 2m.")
                    Duration lasting,
            @Option(
                            names = "--warm-up",
                            paramLabel = "TIME",
                            defaultValue = "10s",
                            converter = Time.class,
                            description = "How long the same is done before, unmeasured.")
                    Duration warmUp)
            throws InterruptedException {
        positive("--rate", rate);
        say("starting Kafka, Redis, the sandbox and what hears on Instagram");
        try (WebhookTown town = WebhookTown.start(carrier)) {
            say(
                    "measuring: %d webhooks/s for %d s after %d s of warm-up"
                            .formatted(rate, lasting.toSeconds(), warmUp.toSeconds()));
            WebhookReport report = town.bench().run(rate, lasting, warmUp);
            if (carrier.json()) {
                carrier.out().println(report.json());
            } else {
                report.print(carrier.out());
            }
            return report.isWell() ? 0 : 1;
        }
    }

    /** Everything has started when it is asked for its report, and ends after it. */
    private interface Measurement<R> {
        R of(BenchTown town) throws InterruptedException;
    }

    private <R> R measured(
            String what, int conversations, int callsAtOnce, Measurement<R> measurement)
            throws InterruptedException {
        positive("--conversations", conversations);
        say("starting Kafka, Redis, the sandbox and every worker");
        try (BenchTown town = BenchTown.start(carrier, conversations, callsAtOnce)) {
            say("measuring: " + what);
            return measurement.of(town);
        }
    }

    private void say(String progress) {
        if (!carrier.json()) {
            carrier.out().println("carrier: " + progress);
            carrier.out().flush();
        }
    }

    private static void positive(String option, int value) {
        if (value < 1) {
            throw new SetupProblem(option + " is " + value, "take 1 or more");
        }
    }
}
