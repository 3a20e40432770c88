package dev.carrier.cli.faults;

import dev.carrier.cli.Carrier;
import dev.carrier.cli.run.OwnFolder;
import dev.carrier.cli.run.Time;
import dev.carrier.faults.DiscordFaults;
import dev.carrier.faults.FaultsPlan;
import dev.carrier.faults.InstagramFaults;
import dev.carrier.faults.InstagramPlan;
import dev.carrier.faults.Report;
import dev.carrier.faults.instagram.Studio;
import dev.carrier.faults.town.Town;
import dev.carrier.runtime.Parts;
import dev.carrier.runtime.SetupProblem;
import dev.carrier.runtime.Signals;
import dev.carrier.runtime.log.Logging;
import dev.carrier.runtime.settings.LogSettings;
import dev.carrier.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./carrier faults}. */
@Command(
        name = "faults",
        description = {
            "People talk on the sandbox while worker processes, connections, Kafka and Redis are killed,",
            "and Discord or Instagram and the model refuse, repeat and stall. Judged by what the sandbox saw.",
            "Exits 0 when nothing was lost, answered twice, published twice or out of order, 1 otherwise."
        })
public final class FaultsCommand implements Callable<Integer> {
    private static final String LOG = "faults.log";
    private static final String ALL = "all";
    private static final String DISCORD = "discord";
    private static final String INSTAGRAM = "instagram";
    private static final String FLEET = "fleet";
    private static final List<String> SUITES = List.of(DISCORD, INSTAGRAM, FLEET);

    private final Carrier carrier;

    @Option(
            names = "--suite",
            paramLabel = "NAME",
            defaultValue = ALL,
            description = {
                "What is tried: discord, instagram, fleet (several processors, rolling restarts,",
                "rebalances in mid-call, a full disk, clocks that are stepped), or all of them, one",
                "after the other. By default all."
            })
    private String suite = ALL;

    @Option(names = "--messages", description = "Lines that people write at least.")
    private @Nullable Integer messages;

    @Option(names = "--kills", description = "Kills of worker processes, with work in flight.")
    private @Nullable Integer kills;

    @Option(
            names = "--disconnects",
            description = "Ends of gateway connections, in all; not with instagram.")
    private @Nullable Integer disconnects;

    @Option(
            names = "--seed",
            description = "Decides what happens, in which order; printed when it is chosen here.")
    private @Nullable Long seed;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = Time.class,
            description = "No fault begins after this time, such as 5m; what is left out is said.")
    private @Nullable Duration atMost;

    @Option(names = "--long", description = "The full run: some hours.")
    private boolean full;

    /**
     * @param carrier gives the options that all commands have
     */
    public FaultsCommand(Carrier carrier) {
        this.carrier = carrier;
    }

    @Override
    public Integer call() {
        if (!suite.equals(ALL) && !SUITES.contains(suite)) {
            throw new SetupProblem(
                    "there is no suite '" + suite + "'",
                    "take --suite all, or one of " + String.join(", ", SUITES));
        }
        if (suite.equals(INSTAGRAM) && disconnects != null) {
            throw new SetupProblem(
                    "--disconnects is about Discord's gateway", "leave it out with instagram");
        }
        long chosen = seed == null ? new SecureRandom().nextInt(1_000_000) : seed;
        Path data =
                (carrier.dataGiven()
                                ? carrier.settings().settings().data()
                                : carrier.settings().settings().data().resolve("faults"))
                        .toAbsolutePath();
        OwnFolder.emptied(data, LOG);
        Logging.configure(
                new LogSettings(
                        LogSettings.Format.TEXT, LogSettings.Level.INFO, LogSettings.People.HIDDEN),
                Optional.of(data.resolve(LOG)));
        var parts = new Parts();
        Signals.end(parts);
        try {
            List<Report> reports = new ArrayList<>();
            for (String one : suite.equals(ALL) ? SUITES : List.of(suite)) {
                var printed = new Printed(carrier.out(), carrier.json());
                var report = ran(one, chosen, data.resolve(one), parts, printed);
                printed.ends(report);
                reports.add(report);
            }
            if (reports.size() > 1 && !carrier.json()) {
                carrier.out().println();
                reports.forEach(report -> carrier.out().println(report.lastLine()));
                carrier.out().flush();
            }
            return reports.stream().allMatch(Report::isClean) ? 0 : 1;
        } finally {
            parts.end(Duration.ofSeconds(20));
        }
    }

    /** One suite in servers, processes and a sandbox of its own, which end with it. */
    private Report ran(String one, long chosen, Path data, Parts all, Printed printed) {
        try (var parts = all.add(one, new Parts())) {
            return switch (one) {
                case INSTAGRAM -> instagram(data, instagramPlan(chosen), parts, printed);
                case FLEET -> discord(FLEET, data, fleetPlan(chosen), parts, printed);
                default -> discord(DISCORD, data, discordPlan(chosen), parts, printed);
            };
        }
    }

    private static Report discord(
            String name, Path data, FaultsPlan plan, Parts parts, Printed printed) {
        printed.begins(name, plan.seed(), plan.words(), data);
        Town town =
                parts.add(
                        "town",
                        new Town(
                                data,
                                SandboxOptions.defaults()
                                        .withIdentifyInterval(Duration.ofMillis(50))
                                        .withHeartbeatInterval(Duration.ofSeconds(4))));
        printed.watchAt(town.page());
        return new DiscordFaults(town, plan, printed).run();
    }

    private static Report instagram(Path data, InstagramPlan plan, Parts parts, Printed printed) {
        printed.begins(INSTAGRAM, plan.seed(), plan.words(), data);
        Studio studio = parts.add("studio", new Studio(data));
        printed.watchAt(studio.page());
        return new InstagramFaults(studio, plan, printed).run();
    }

    private FaultsPlan discordPlan(long chosen) {
        return asWanted(full ? FaultsPlan.full(chosen) : FaultsPlan.usual(chosen));
    }

    private FaultsPlan fleetPlan(long chosen) {
        return asWanted(full ? FaultsPlan.fullFleet(chosen) : FaultsPlan.fleet(chosen));
    }

    private FaultsPlan asWanted(FaultsPlan plan) {
        return new FaultsPlan(
                positive("--messages", messages, plan.messages()),
                positive("--kills", kills, plan.kills()),
                positive("--disconnects", disconnects, plan.disconnects()),
                plan.refusals(),
                plan.outages(),
                plan.processors(),
                plan.upheavals(),
                atMost == null ? plan.atMost() : atMost,
                plan.seed());
    }

    private InstagramPlan instagramPlan(long chosen) {
        InstagramPlan plan = full ? InstagramPlan.full(chosen) : InstagramPlan.usual(chosen);
        return new InstagramPlan(
                positive("--messages", messages, plan.messages()),
                positive("--kills", kills, plan.kills()),
                plan.mishaps(),
                plan.troubles(),
                plan.outages(),
                plan.takeOvers(),
                atMost == null ? plan.atMost() : atMost,
                chosen);
    }

    private static int positive(String option, @Nullable Integer value, int otherwise) {
        if (value != null && value < 0) {
            throw new SetupProblem(option + " is " + value, "take 0 or more");
        }
        return value == null ? otherwise : value;
    }
}
