package dev.carrier.cli.instagram;

import dev.carrier.cli.Carrier;
import dev.carrier.cli.Servers;
import dev.carrier.cli.instagram.Session.Surroundings;
import dev.carrier.cli.run.FreePorts;
import dev.carrier.cli.run.Infrastructure;
import dev.carrier.cli.run.Progress;
import dev.carrier.cli.run.Running;
import dev.carrier.cli.run.Speaking;
import dev.carrier.cli.town.Characters;
import dev.carrier.cli.town.Town;
import dev.carrier.cli.town.TownFile;
import dev.carrier.embedded.EmbeddedServers;
import dev.carrier.runtime.Parts;
import dev.carrier.runtime.SetupProblem;
import dev.carrier.runtime.Signals;
import dev.carrier.runtime.log.Logging;
import dev.carrier.runtime.settings.Loaded;
import dev.carrier.runtime.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Opens sessions: beside a Carrier that runs, or with what is needed started for as long as the
 * command takes; on the sandbox where no account is set. A real account never meets the sandbox.
 */
final class Opening {
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final String LOG = "instagram.log";

    private final Carrier carrier;
    private final Loaded loaded;
    private final Lines lines;

    Opening(Carrier carrier, Loaded loaded, Lines lines) {
        this.carrier = carrier;
        this.loaded = loaded;
        this.lines = lines;
    }

    /**
     * Opens one.
     *
     * @param orders whether somebody has to do what is ordered; otherwise it only looks
     * @throws SetupProblem when something has to be put right first
     */
    Session open(boolean orders) throws InterruptedException {
        Settings settings = loaded.settings();
        if (!settings.accounts().isEmpty() && Session.accounts(settings).isEmpty()) {
            throw new SetupProblem(
                    "no account of the settings is on Instagram",
                    "add one: accounts: { NAME: { platform: instagram } }, and its token"
                            + " INSTAGRAM_TOKEN_NAME");
        }
        Parts parts = new Parts();
        boolean open = false;
        try {
            Session session =
                    settings.accounts().isEmpty() ? sandbox(parts, orders) : real(parts, orders);
            open = true;
            return session;
        } finally {
            if (!open) {
                parts.close();
            }
        }
    }

    private Session real(Parts parts, boolean orders) throws InterruptedException {
        Settings settings = loaded.settings();
        boolean elsewhere = !settings.kafka().embedded();
        if (elsewhere || EmbeddedServers.running(settings.data()).isPresent()) {
            return joined(parts, settings);
        }
        log(settings);
        Settings alone = carrier.settings(FreePorts.settings()).settings();
        if (orders) {
            lines.note(
                    "no ./carrier up runs on "
                            + settings.data()
                            + ": what is needed is started for as long as this takes");
        }
        Signals.end(parts);
        Infrastructure servers = Infrastructure.start(alone, parts, Progress.QUIET);
        if (orders) {
            Speaking.start(alone, servers, parts, READY_WITHIN);
        }
        return new Session(
                parts,
                alone,
                orders ? Surroundings.OWN : Surroundings.LOOKING,
                Optional.of(servers.kafka()),
                Optional.of(servers.redis()));
    }

    private static Session joined(Parts parts, Settings settings) {
        Servers servers = parts.add("servers", Servers.reach(settings));
        return new Session(
                parts,
                settings,
                Surroundings.JOINED,
                Optional.of(servers.kafka()),
                Optional.of(servers.redis()));
    }

    private Session sandbox(Parts parts, boolean orders) throws InterruptedException {
        Path data = loaded.settings().data();
        Optional<Settings> running =
                Stream.of(data.resolve("sandbox"), data)
                        .filter(folder -> EmbeddedServers.running(folder).isPresent())
                        .flatMap(folder -> TownFile.read(folder).stream())
                        .map(told -> carrier.sandboxed(told.settings(), told.environment()))
                        .map(Loaded::settings)
                        .filter(settings -> !Session.accounts(settings).isEmpty())
                        .findFirst();
        return running.isPresent() ? joined(parts, running.get()) : passing(parts, orders);
    }

    private Session passing(Parts parts, boolean orders) throws InterruptedException {
        log(loaded.settings());
        lines.note(
                "no account is set and no ./carrier up runs on "
                        + loaded.settings().data()
                        + ": a sandbox starts for as long as this takes");
        Signals.end(parts);
        Path folder = temporary(parts);
        Town town =
                parts.add(
                        "sandbox",
                        Town.start(
                                0,
                                "Lantern Yard",
                                "You",
                                List.of(Characters.all(loaded.folder()).getFirst())));
        town.onInstagram(town.residents().keySet().iterator().next());
        Map<String, String> own = new HashMap<>(town.settings());
        own.putAll(FreePorts.settings());
        own.put("data", folder.toString());
        Settings settings = carrier.sandboxed(own, town.environment(System.getenv())).settings();
        if (!orders) {
            return new Session(
                    parts, settings, Surroundings.LOOKING, Optional.empty(), Optional.empty());
        }
        Running running = Running.start(settings, parts, Progress.QUIET);
        running.webhook().ifPresent(town::webhook);
        List<String> troubles = running.awaitReady(READY_WITHIN);
        if (!troubles.isEmpty()) {
            throw new SetupProblem(
                    "the sandbox is not ready: " + troubles.getFirst(),
                    "see " + loaded.settings().data().resolve(LOG));
        }
        return new Session(
                parts,
                settings,
                Surroundings.PASSING,
                Optional.of(running.infrastructure().kafka()),
                Optional.of(running.infrastructure().redis()));
    }

    private static void log(Settings settings) {
        try {
            Files.createDirectories(settings.data());
        } catch (IOException problem) {
            throw new SetupProblem(
                    "the data folder " + settings.data() + " cannot be made (" + problem + ")",
                    "give one that belongs to you with --data");
        }
        Logging.configure(settings.log(), Optional.of(settings.data().resolve(LOG)));
    }

    private static Path temporary(Parts parts) {
        try {
            Path folder = Files.createTempDirectory("carrier-instagram");
            parts.add("temporary data", () -> delete(folder));
            return folder;
        } catch (IOException problem) {
            throw new UncheckedIOException("no temporary folder", problem);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }
}
