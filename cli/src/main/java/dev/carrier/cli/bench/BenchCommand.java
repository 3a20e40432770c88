package dev.carrier.cli.bench;

import dev.carrier.bench.FlightBench;
import dev.carrier.bench.FlightReport;
import dev.carrier.bench.LatencyBench;
import dev.carrier.bench.LatencyPlan;
import dev.carrier.bench.LatencyReport;
import dev.carrier.bench.LatencyTable;
import dev.carrier.bench.WebhookReport;
import dev.carrier.bench.WholePlan;
import dev.carrier.bench.WholeReport;
import dev.carrier.bench.WholeTable;
import dev.carrier.bench.process.SoakBench;
import dev.carrier.bench.process.SoakReport;
import dev.carrier.cli.Carrier;
import dev.carrier.cli.run.Time;
import dev.carrier.runtime.SetupProblem;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./carrier bench}: everything, or one measurement, which is a command of its own. */
@Command(
        name = "bench",
        description = {
            "What Carrier costs on this machine, beside what Kafka alone takes: added latency, messages a second,",
            "conversations in flight, CPU, memory and round trips by worker, recovery after kill -9, and how these grow.",
            "A quarter of an hour at most; leave the machine alone meanwhile.",
            "Each aim is named, and whether it is met. Exit code 1 when a message was lost or answered twice."
        },
        footer = {
            "",
            "One measurement alone, with options of its own: latency, flight, workers, webhook, soak."
        })
public final class BenchCommand implements Callable<Integer> {
    private static final int CALLS_AT_ONCE = 256;
    private static final int SOAK_PARTITIONS = 4;
    private static final int SOAK_CHANNELS = 200;

    private final Carrier carrier;

    @Option(
            names = "--quick",
            description = "Three minutes at most: shows that it runs. Its numbers say little.")
    private boolean quick;

    /**
     * @param carrier gives the options that all commands have
     */
    public BenchCommand(Carrier carrier) {
        this.carrier = carrier;
    }

    /** Without a measurement it is all of them. */
    @Override
    public Integer call() throws InterruptedException {
        return told(whole(quick).run());
    }

    private WholeBench whole(boolean inShort) {
        return new WholeBench(carrier, inShort ? WholePlan.QUICK : WholePlan.FULL, this::say);
    }

    private int told(WholeReport report) {
        if (carrier.json()) {
            carrier.out().println(report.json());
        } else {
            WholeTable.print(report, carrier.out());
        }
        return report.isSound() ? 0 : 1;
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
            name = "workers",
            description = {
                "Each worker a process of its own: start to ready, latency, messages a second at saturation, CPU and",
                "memory by worker, round trips, recovery after kill -9. Two minutes.",
                "Exit code 1 when a message was lost or answered twice."
            })
    int workers(
            @Option(
                            names = "--partitions",
                            defaultValue = "4",
                            description = "Of each topic: so many tasks share the work.")
                    int partitions,
            @Option(
                            names = "--conversations",
                            defaultValue = "1000",
                            description = {
                                "That Carrier holds. People write in the first 1,000; of the others each has one line."
                            })
                    int conversations,
            @Option(
                            names = "--warm-up",
                            paramLabel = "TIME",
                            defaultValue = "15s",
                            converter = Time.class,
                            description = {
                                "How long 20 messages a second come before, unmeasured. With both compilers it takes minutes",
                                "until they pay: CARRIER_JAVA_OPTS=-XX:TieredStopAtLevel=4 gives them to the workers."
                            })
                    Duration warmUp,
            @Option(
                            names = "--bursts",
                            defaultValue = "2",
                            description = {
                                "How often everybody writes at once. The last time counts; the others are named, too."
                            })
                    int bursts)
            throws InterruptedException {
        positive("--partitions", partitions);
        positive("--conversations", conversations);
        positive("--bursts", bursts);
        return told(whole(false).workers(partitions, conversations, warmUp, bursts));
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

    @Command(
            name = "soak",
            description = {
                "People talk for a long time to workers that are processes of their own: does the memory of any grow?",
                "Exit code 1 when one's does, or a message was lost or answered twice."
            })
    int soak(
            @Option(names = "--rate", defaultValue = "5", description = "Messages a second.")
                    int rate,
            @Option(
                            names = "--for",
                            paramLabel = "TIME",
                            defaultValue = "30m",
                            converter = Time.class,
                            description = "How long is measured, such as 30m.")
                    Duration lasting,
            @Option(
                            names = "--every",
                            paramLabel = "TIME",
                            defaultValue = "30s",
                            converter = Time.class,
                            description = "How often memory is looked at.")
                    Duration every)
            throws InterruptedException {
        positive("--rate", rate);
        SoakReport report =
                WorkerTowns.with(
                        carrier,
                        SOAK_PARTITIONS,
                        SOAK_CHANNELS,
                        town -> new SoakBench(town, this::say).run(rate, lasting, every));
        if (carrier.json()) {
            carrier.out().println(JsonMapper.builder().build().writeValueAsString(report));
        } else {
            report.print(carrier.out());
        }
        return report.isSound() ? 0 : 1;
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
