package dev.carrier.cli.demo;

import dev.carrier.cli.Carrier;
import dev.carrier.cli.instagram.Publications;
import dev.carrier.cli.run.FreePorts;
import dev.carrier.cli.run.OwnFolder;
import dev.carrier.cli.run.Running;
import dev.carrier.cli.town.Characters;
import dev.carrier.cli.town.Town;
import dev.carrier.contracts.AccountId;
import dev.carrier.embedded.EmbeddedServers;
import dev.carrier.instagram.Me;
import dev.carrier.runtime.Parts;
import dev.carrier.runtime.SetupProblem;
import dev.carrier.runtime.Signals;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.log.Logging;
import dev.carrier.runtime.settings.Loaded;
import dev.carrier.runtime.settings.Settings;
import dev.carrier.sandbox.InstagramClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ./carrier demo}. */
@Command(
        name = "demo",
        description = {
            "A scripted evening on the sandbox, printed as it happens: real Kafka, real Redis, real JDA.",
            "Ends by itself; exits 0 when all went as the script says, 1 otherwise."
        })
public final class DemoCommand implements Callable<Integer> {
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

    private static final String LOG = "demo.log";

    private final Carrier carrier;

    /**
     * @param carrier gives the options that all commands have
     */
    public DemoCommand(Carrier carrier) {
        this.carrier = carrier;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        PrintWriter out = carrier.out();
        Loaded around = carrier.settings();
        Path data =
                carrier.dataGiven()
                        ? around.settings().data()
                        : around.settings().data().resolve("demo");
        Parts parts = new Parts();
        Signals.end(parts);
        out.println(
                "carrier: a scripted evening on the sandbox; the outside world is played, the rest is real");
        Town town =
                parts.add(
                        "sandbox",
                        Town.start(0, "Lantern Yard", "Mara", Characters.all(around.folder())));
        town.onInstagram("ada");
        Settings settings = settings(town, data);
        if (EmbeddedServers.running(data).isPresent()) {
            throw new SetupProblem(
                    "a demo runs on " + data + " already",
                    "let it end, or give this one another folder with --data");
        }
        OwnFolder.emptied(data, LOG);
        Logging.configure(settings.log(), Optional.of(data.resolve(LOG)));
        Instant began = Instant.now();
        Running running =
                Running.start(
                        settings,
                        parts,
                        (part, says, took) ->
                                out.printf(
                                        " ok  %-10s %-58s %5.1f s%n",
                                        part, says, took.toMillis() / 1000.0));
        List<String> troubles = running.awaitReady(READY_WITHIN);
        if (!troubles.isEmpty()) {
            parts.close();
            throw new SetupProblem(
                    "the demo could not begin: " + troubles.getFirst(), "see " + data.resolve(LOG));
        }
        town.residents()
                .forEach((account, resident) ->
                        out.printf(
                                " ok  %-10s %s %s, offline voice: no language model%n",
                                "character",
                                resident.character().character().name(),
                                resident.character().version().hash().value().substring(0, 6)));
        out.printf(
                "ready in %.1f s; watch at %s%n",
                Duration.between(began, Instant.now()).toMillis() / 1000.0, town.page());
        out.flush();
        town.webhook(
                URI.create(
                        "http://127.0.0.1:"
                                + settings.http().webhook()
                                + settings.platforms().instagram().webhook().path()));
        Played played = play(town, running, settings);
        parts.end(Duration.ofSeconds(20));
        return report(played, data);
    }

    private record Played(Tally tally, InstagramEvening.Counted instagram) {
        boolean well() {
            return tally.well() && instagram.well();
        }
    }

    private Played play(Town town, Running running, Settings settings)
            throws InterruptedException, IOException {
        KafkaClients kafka = running.infrastructure().kafka();
        Stage stage =
                new Stage(
                        town,
                        carrier.out(),
                        () -> Outcomes.read(kafka),
                        ANSWER_WITHIN,
                        settings.policy().defaults().gather().quiet());
        new Evening(stage).play();
        InstagramEvening instagram = instagram(stage, town, kafka, settings);
        instagram.play();
        List<String> bots = town.residents().values().stream().map(it -> it.bot().id()).toList();
        stage.await(
                () -> Optional.of(played(stage, running, bots, instagram)).filter(Played::well));
        return played(stage, running, bots, instagram);
    }

    private static InstagramEvening instagram(
            Stage stage, Town town, KafkaClients kafka, Settings settings) {
        InstagramClient.NewAccount account = town.onInstagram().orElseThrow();
        Me me =
                new Me(
                        account.id(),
                        Optional.empty(),
                        account.username(),
                        Optional.empty(),
                        Optional.empty());
        return new InstagramEvening(
                stage,
                town.client().instagram(),
                account.id(),
                new Publications(kafka, settings.outbox(), new AccountId("ada-ig"), me),
                settings.data().resolve("pictures"));
    }

    private static Played played(
            Stage stage, Running running, List<String> bots, InstagramEvening instagram) {
        return new Played(count(stage, running, bots), instagram.counted());
    }

    private static Tally count(Stage stage, Running running, List<String> bots) {
        return Tally.of(stage, Outcomes.read(running.infrastructure().kafka()), bots);
    }

    private int report(Played played, Path data) {
        PrintWriter out = carrier.out();
        out.println();
        played.tally().wrong().forEach(sentence -> out.println("wrong: " + sentence));
        played.instagram().wrong().forEach(sentence -> out.println("wrong: " + sentence));
        Path shown = Path.of("").toAbsolutePath().relativize(data.toAbsolutePath());
        out.println("Replay   ./carrier replay --verify --data " + shown);
        out.println("Yours    ./carrier chat ada   or   ./carrier up");
        out.println(played.tally().line(played.instagram()));
        out.flush();
        return played.well() ? 0 : 1;
    }

    private Settings settings(Town town, Path data) {
        Map<String, String> own = new HashMap<>(FreePorts.settings());
        own.putAll(town.settings());
        own.put("data", data.toAbsolutePath().toString());
        return carrier.sandboxed(own, town.environment(System.getenv())).settings();
    }
}
