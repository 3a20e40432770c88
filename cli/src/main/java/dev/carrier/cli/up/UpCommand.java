package dev.carrier.cli.up;

import dev.carrier.cli.Carrier;
import dev.carrier.cli.run.Running;
import dev.carrier.cli.town.Characters;
import dev.carrier.cli.town.Town;
import dev.carrier.cli.town.TownFile;
import dev.carrier.contracts.AccountId;
import dev.carrier.ingest.discord.AccountHealth;
import dev.carrier.ingest.discord.Invite;
import dev.carrier.ingest.instagram.IngestInstagram;
import dev.carrier.pipeline.provider.limits.Limits;
import dev.carrier.runtime.Parts;
import dev.carrier.runtime.SetupProblem;
import dev.carrier.runtime.Signals;
import dev.carrier.runtime.build.BuildInfo;
import dev.carrier.runtime.log.Logging;
import dev.carrier.runtime.settings.Loaded;
import dev.carrier.runtime.settings.Settings;
import dev.carrier.runtime.settings.SettingsSource;
import dev.carrier.runtime.settings.SettingsWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** {@code ./carrier up}. */
@Command(
        name = "up",
        description = {
            "Runs everything in one process, until Ctrl-C.",
            "With accounts in the settings it talks to Discord and Instagram; without any, the characters",
            "live on the sandbox, whose page you can write on."
        })
public final class UpCommand implements Callable<Integer> {
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final Duration CAUGHT_UP_WITHIN = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final String LOG = "carrier.log";

    private final Carrier carrier;

    /**
     * @param carrier gives the options that all commands have
     */
    public UpCommand(Carrier carrier) {
        this.carrier = carrier;
    }

    @Override
    public Integer call() throws InterruptedException {
        Instant began = Instant.now();
        SettingsSource source = carrier.source(Map.of());
        Loaded loaded = source.load();
        Screen screen = new Screen(carrier.out());
        boolean real = !loaded.settings().accounts().isEmpty();
        Path data = real ? loaded.settings().data() : loaded.settings().data().resolve("sandbox");
        screen.line(
                "carrier %s   %s   data %s"
                        .formatted(BuildInfo.released(), files(loaded), shown(data)));
        Parts parts = new Parts();
        Optional<Town> town = Optional.empty();
        Optional<Thinkers> thinkers = Optional.empty();
        SettingsWatch watch;
        Settings settings = loaded.settings();
        folder(data);
        Logging.configure(settings.log(), Optional.of(data.resolve(LOG)));
        try {
            if (real) {
                // A missing token is said before anything starts.
                settings.accounts()
                        .keySet()
                        .forEach(id -> loaded.settings().account(id).token().value());
                thinkers = Optional.of(Thinkers.ask(settings));
                watch = new SettingsWatch(source, settings, SettingsWatch.EVERY);
            } else {
                town = Optional.of(parts.add("sandbox", town(loaded)));
                settings = sandboxed(town.get(), loaded, data);
                watch = SettingsWatch.none(settings);
                Characters.problems(loaded.folder())
                        .forEach(sentence -> screen.warn("character", sentence));
            }
            Outlook outlook = new Outlook(settings, screen);
            Running running = Running.start(settings, watch, parts, screen::ok);
            // As a person tells Meta where to call.
            town.ifPresent(it -> running.webhook().ifPresent(it::webhook));
            thinkers.ifPresent(them -> them.show(screen, money(running)));
            parts.add("ticker", present(running, town, outlook, screen, began, data));
            watch.onChange(new Changes(screen));
        } catch (RuntimeException problem) {
            parts.close();
            throw problem;
        }
        Signals.end(parts).await();
        return 0;
    }

    private static Ticker present(
            Running running,
            Optional<Town> town,
            Outlook outlook,
            Screen screen,
            Instant began,
            Path data)
            throws InterruptedException {
        Settings settings = running.settings();
        outlook.characters();
        List<String> troubles = running.awaitReady(READY_WITHIN);
        List<AccountHealth> accounts = running.workers().ingest().health().accounts();
        Optional<IngestInstagram> instagram = running.workers().instagram();
        if (instagram.isEmpty()
                && accounts.stream().allMatch(it -> it.state() == AccountHealth.State.STOPPED)) {
            throw new SetupProblem(
                    accounts.stream()
                            .map(AccountHealth::sentence)
                            .collect(Collectors.joining(" ")));
        }
        outlook.accounts(accounts);
        missed(running, outlook, began);
        var onInstagram = new InstagramOutlook(settings, screen);
        instagram.ifPresentOrElse(
                it -> onInstagram.accounts(it.health(), it.port()), onInstagram::nobody);
        troubles.stream()
                // What an account of Instagram lacks is said with the account.
                .filter(trouble -> !trouble.startsWith("instagram "))
                .forEach(trouble -> screen.warn("health", trouble));
        screen.line("ready in " + Screen.seconds(Duration.between(began, Instant.now())) + " s");
        screen.line("");
        if (town.isPresent()) {
            screen.line(
                    "No account is set: the outside world is the sandbox, and an offline voice answers");
            screen.line("from each character's own examples. It is no language model.");
            screen.line("");
            screen.line("Talk     " + town.get().page() + "   write as anyone, mention @Ada");
            screen.line(
                    "Post     ./carrier instagram post FILE   see "
                            + town.get().page()
                            + "instagram");
        } else {
            accounts.stream()
                    .filter(it -> !it.application().isEmpty())
                    .forEach(it ->
                            screen.line(
                                    "Talk     mention @%s or send a DM    Invite  %s"
                                            .formatted(it.user(), Invite.link(it.application()))));
            instagram.stream()
                    .flatMap(it -> it.health().accounts().stream())
                    .filter(it -> !it.username().isEmpty())
                    .forEach(it ->
                            screen.line(
                                    "Talk     comment on @%s or write to it    Post  ./carrier instagram post FILE"
                                            .formatted(it.username())));
        }
        String at = town.isPresent() ? " --data " + shown(data) : "";
        screen.line(
                "Why      ./carrier why MESSAGE_ID"
                        + at
                        + "    Log     "
                        + shown(data.resolve(LOG)));
        screen.line(
                "Silence  ./carrier pause ACCOUNT"
                        + at
                        + "    Stop    Ctrl-C (finishes open answers, at most 20 s)");
        screen.line("");
        return new Ticker(
                running.infrastructure().kafka(), screen, together(settings), settings.timezone());
    }

    /** How many accounts may hear the same: those of one platform. */
    private static int together(Settings settings) {
        return settings.accounts().values().stream()
                .collect(
                        Collectors.groupingBy(one -> one.platform(), Collectors.summingInt(_ -> 1)))
                .values()
                .stream()
                .max(Integer::compare)
                .orElse(0);
    }

    /** What was missed is told with what becomes of it, which takes the time of a gathering. */
    private static void missed(Running running, Outlook outlook, Instant began)
            throws InterruptedException {
        Instant until = Instant.now().plus(CAUGHT_UP_WITHIN);
        List<AccountHealth> accounts = running.workers().ingest().health().accounts();
        while (accounts.stream().anyMatch(UpCommand::isReading) && Instant.now().isBefore(until)) {
            Thread.sleep(LOOK);
            accounts = running.workers().ingest().health().accounts();
        }
        Map<AccountId, Integer> fetched = new HashMap<>();
        for (AccountHealth account : accounts) {
            if (account.catchUp().heard() > 0) {
                fetched.put(account.account(), account.catchUp().heard());
            }
        }
        if (!fetched.isEmpty()) {
            Duration left = Duration.between(Instant.now(), until);
            outlook.missed(
                    accounts,
                    Decisions.read(running.infrastructure().kafka(), began, fetched, left));
        }
    }

    private static boolean isReading(AccountHealth account) {
        return account.state() == AccountHealth.State.LISTENING && !account.catchUp().done();
    }

    private static Money money(Running running) {
        Settings settings = running.settings();
        return new Money(
                settings,
                new Limits(
                        settings::limits,
                        settings.timezone(),
                        running.infrastructure().redis(),
                        InstantSource.system()));
    }

    private static Town town(Loaded loaded) {
        Town town =
                Town.start(
                        loaded.settings().http().sandbox(),
                        "Lantern Yard",
                        "You",
                        Characters.all(loaded.folder()));
        town.onInstagram(town.first());
        return town;
    }

    private Settings sandboxed(Town town, Loaded loaded, Path data) {
        Map<String, String> own = new HashMap<>();
        var http = loaded.settings().http();
        own.put("http.bind", http.bind());
        own.put("http.ui", Integer.toString(http.ui()));
        own.put("http.health", Integer.toString(http.health()));
        own.put("http.webhook", Integer.toString(http.webhook()));
        own.put("http.memory", Integer.toString(http.memory()));
        own.put("kafka.port", Integer.toString(loaded.settings().kafka().port()));
        own.put("redis.port", Integer.toString(loaded.settings().redis().port()));
        own.putAll(town.settings());
        own.put("data", data.toAbsolutePath().toString());
        // By this ./carrier instagram finds the sandbox.
        new TownFile(own, town.environment(Map.of())).write(data);
        return carrier.sandboxed(own, town.environment(System.getenv())).settings();
    }

    private static void folder(Path data) {
        try {
            Files.createDirectories(data);
        } catch (IOException problem) {
            throw new SetupProblem(
                    "the data folder " + data + " cannot be made (" + problem + ")",
                    "give one that belongs to you with --data");
        }
    }

    private static String files(Loaded loaded) {
        String files =
                Stream.concat(loaded.file().stream(), loaded.dotEnv().stream())
                        .map(UpCommand::shown)
                        .collect(Collectors.joining(", "));
        return files.isEmpty() ? "no carrier.yaml: every key has its default" : files;
    }

    private static String shown(Path path) {
        Path here = Path.of("").toAbsolutePath();
        Path whole = path.toAbsolutePath();
        return whole.startsWith(here) ? here.relativize(whole).toString() : whole.toString();
    }
}
