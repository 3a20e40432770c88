package dev.carrier.scenarios;

import static org.awaitility.Awaitility.await;

import dev.carrier.cli.run.FreePorts;
import dev.carrier.ingest.discord.IngestWorker;
import dev.carrier.ingest.instagram.InstagramWorker;
import dev.carrier.memory.MemoryWorker;
import dev.carrier.pipeline.PipelineWorker;
import dev.carrier.responder.ResponderWorker;
import dev.carrier.runtime.Parts;
import dev.carrier.runtime.http.Health;
import dev.carrier.runtime.http.HealthServer;
import dev.carrier.runtime.http.Meters;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.TopicSetup;
import dev.carrier.runtime.redis.Redis;
import dev.carrier.runtime.settings.Settings;
import dev.carrier.runtime.settings.SettingsSource;
import dev.carrier.runtime.settings.SettingsWatch;
import dev.carrier.runtime.trace.Traces;
import dev.carrier.runtime.worker.Worker;
import dev.carrier.runtime.worker.WorkerContext;
import dev.carrier.sandbox.DiscordClient;
import dev.carrier.sandbox.DiscordClient.NewBot;
import dev.carrier.sandbox.DiscordClient.NewGuild;
import dev.carrier.sandbox.InstagramClient;
import dev.carrier.sandbox.InstagramClient.NewAccount;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import dev.carrier.sandbox.media.MediaHost;
import dev.carrier.sandbox.media.MediaOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ada on Discord and on Instagram, and all workers, each known to the servers as itself and with no
 * rights but its own. The settings are {@code deploy/security/carrier.yaml} and what a sandbox
 * needs.
 */
final class SecuredTown implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String VERIFY = "the-word-that-opens-the-webhook";

    final SecuredServers servers;
    final SandboxClient client;
    final DiscordClient discord;
    final InstagramClient instagram;
    final NewGuild cafe;
    final NewAccount bees;
    final String ida;

    /** What the workers, and a command beside them, are started with. */
    final Path file;

    /** The health of each worker. */
    final List<URI> healths = new ArrayList<>();

    private final Map<String, String> ports = FreePorts.settings();
    private final Map<String, String> tokens;
    private final Sandbox sandbox;
    private final Parts parts = new Parts();

    SecuredTown(Path folder, SecuredServers servers) throws Exception {
        this.servers = servers;
        sandbox =
                Sandbox.start(
                        SandboxOptions.defaults()
                                .withIdentifyInterval(Duration.ofMillis(50))
                                .withMedia(
                                        new MediaOptions(
                                                "carrier",
                                                "the-word-of-the-media-host",
                                                Optional.empty(),
                                                Optional.empty())));
        client = new SandboxClient(sandbox.base());
        discord = client.discord();
        instagram = client.instagram();
        String mara = discord.person("Mara");
        cafe = discord.guild("Cafe", mara);
        NewBot ada = discord.bot("Ada", Optional.empty(), Optional.of(mara), true);
        discord.joins(ada.id(), cafe.id());
        ida = discord.person("Ida");
        discord.joins(ida, cafe.id());
        bees = instagram.account("ada.keeps.bees");
        MediaHost media = client.media().host();
        tokens =
                Map.of(
                        "MODEL_KEY", "the-key-of-the-model",
                        "FTP_PASSWORD", media.password(),
                        "DISCORD_TOKEN_ADA", ada.token(),
                        "INSTAGRAM_TOKEN_BEES", bees.token(),
                        "INSTAGRAM_APP_SECRET", bees.secret(),
                        "INSTAGRAM_VERIFY_TOKEN", VERIFY,
                        "CARRIER_KEY", "the-key-that-closes-what-is-kept");
        file = Files.writeString(folder.resolve("carrier.yaml"), yaml(folder, media));
        KafkaClients operator = kafka("operator");
        try (var admin = operator.admin("setup")) {
            TopicSetup.ensure(admin, 4, Duration.ofDays(1), 1);
        }
        start("memory-service", MemoryWorker::start);
        start("pipeline-processor", PipelineWorker::start);
        start("responder", ResponderWorker::start);
        start("ingest-discord", IngestWorker::start);
        start("ingest-instagram", InstagramWorker::start);
        instagram
                .webhook()
                .callback(
                        URI.create("http://127.0.0.1:" + ports.get("http.webhook") + "/instagram"),
                        VERIFY);
    }

    private void start(String worker, Worker.Wiring wiring) throws Exception {
        Settings settings = settings(worker);
        Health health = new Health();
        var context =
                new WorkerContext(
                        settings,
                        SettingsWatch.none(settings),
                        kafka(worker),
                        parts.add("redis of " + worker, Redis.of(settings.redis())),
                        parts,
                        health,
                        parts.add("meters of " + worker, new Meters(worker)),
                        Traces.OFF,
                        InstantSource.system());
        health.check("redis", context.redis()::ping);
        var server = new HealthServer(settings.http().bind(), 0, health, context.meters()::scrape);
        parts.add("health of " + worker, server);
        healths.add(URI.create("http://127.0.0.1:" + server.port()));
        wiring.start(context);
        await(worker + " is well")
                .atMost(PATIENCE)
                .until(() -> health.ready().stream().allMatch(Health.Check::ok));
    }

    /** The settings, as a process of that user reads them. */
    Settings settings(String user) {
        return new SettingsSource(file, environment(user), ports).load().settings();
    }

    /** The clients of that user. */
    KafkaClients kafka(String user) {
        var kafka = settings(user).kafka();
        return new KafkaClients(kafka.bootstrap(), kafka.properties());
    }

    /** The environment of a process of that user. */
    Map<String, String> environment(String user) {
        var all = new HashMap<>(tokens);
        all.putAll(servers.environment(user));
        return all;
    }

    /** What is to be found nowhere, by the name that one may know. */
    Map<String, String> secrets() {
        var all = new HashMap<>(tokens);
        KafkaRights.users()
                .forEach(user -> all.put("password of " + user, SecuredServers.password(user)));
        return all;
    }

    private String yaml(Path folder, MediaHost media) throws IOException {
        return Files.readString(Path.of("..", "deploy", "security", "carrier.yaml"))
                + """

                version: 1
                data: "%s"
                models:
                  main: { provider: openai, url: "%s", model: offline, key: "${MODEL_KEY}" }
                accounts:
                  ada: { character: "%s" }
                  bees: { platform: instagram, character: "%s" }
                policy:
                  default: { gather: { quiet: 300ms, atMost: 2s }, guilds: all, dms: everyone }
                platforms:
                  discord: { url: "%s", identifySpacing: 100ms }
                  instagram: { url: "%s" }
                media:
                  url: "%s"
                  outbox: "%s"
                  ftp: { host: localhost, port: %d, user: "%s", trust: "%s" }
                """
                        .formatted(
                                folder.resolve("data"),
                                sandbox.model(),
                                character(),
                                character(),
                                sandbox.discordApi(),
                                sandbox.instagramApi(),
                                media.url(),
                                folder.resolve("outbox"),
                                media.explicit(),
                                media.user(),
                                Files.writeString(folder.resolve("ftp.pem"), media.certificate()));
    }

    private static Path character() {
        return Path.of("..", "characters", "ada.json").toAbsolutePath().normalize();
    }

    @Override
    public void close() {
        parts.close();
        sandbox.close();
    }
}
