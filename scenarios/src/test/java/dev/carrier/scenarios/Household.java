package dev.carrier.scenarios;

import static org.awaitility.Awaitility.await;

import dev.carrier.cli.run.FreePorts;
import dev.carrier.cli.run.Progress;
import dev.carrier.cli.run.Running;
import dev.carrier.contracts.Outcome;
import dev.carrier.faults.judge.Recorded;
import dev.carrier.ingest.discord.IngestWorker;
import dev.carrier.runtime.Parts;
import dev.carrier.runtime.http.Health;
import dev.carrier.runtime.http.Meters;
import dev.carrier.runtime.settings.Settings;
import dev.carrier.runtime.settings.SettingsSource;
import dev.carrier.runtime.settings.SettingsWatch;
import dev.carrier.runtime.trace.Traces;
import dev.carrier.runtime.worker.WorkerContext;
import dev.carrier.sandbox.DiscordClient;
import dev.carrier.sandbox.DiscordClient.NewBot;
import dev.carrier.sandbox.DiscordClient.NewGuild;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import dev.carrier.sandbox.SeenMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Ada, Juno and somebody else's bot in one server. Two workers hear, each with one account, as in
 * two containers; the rest is Carrier whole.
 */
final class Household implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    final Sandbox sandbox;
    final SandboxClient client;
    final DiscordClient discord;
    final NewGuild cafe;
    final NewBot echo;
    final String ida;

    /** Where bots are answered. */
    final String arena;

    /** Where everything is answered. */
    final String parlour;

    final Running running;
    private final Parts parts = new Parts();
    private final Path folder;
    private final Map<String, String> tokens;

    Household(String name) throws IOException, InterruptedException {
        Path target = Files.createDirectories(Path.of("target", name).toAbsolutePath());
        folder = Files.createTempDirectory(target, "run");
        sandbox =
                Sandbox.start(
                        SandboxOptions.defaults().withIdentifyInterval(Duration.ofMillis(50)));
        client = new SandboxClient(sandbox.base());
        client.model().takes(20);
        discord = client.discord();
        String mara = discord.person("Mara");
        cafe = discord.guild("Cafe", mara);
        arena = discord.channel(cafe.id(), "arena");
        parlour = discord.channel(cafe.id(), "parlour");
        NewBot ada = bot("Ada", mara);
        NewBot juno = bot("Juno", mara);
        echo = bot("Echo", discord.person("Somebody else"));
        ida = discord.person("Ida");
        discord.joins(ida, cafe.id());
        tokens = Map.of("DISCORD_TOKEN_ADA", ada.token(), "DISCORD_TOKEN_JUNO", juno.token());
        Files.writeString(folder.resolve("carrier.yaml"), settings());
        running = Running.start(settings("ada"), parts, Progress.QUIET);
        List<String> troubles = running.awaitReady(PATIENCE);
        if (!troubles.isEmpty()) {
            throw new IllegalStateException(troubles.toString());
        }
        hearWith("juno");
    }

    private NewBot bot(String name, String owner) {
        NewBot bot = discord.bot(name, Optional.empty(), Optional.of(owner), true);
        discord.joins(bot.id(), cafe.id());
        return bot;
    }

    /** A further worker that hears. */
    private void hearWith(String account) {
        Settings settings = settings(account);
        Health health = new Health();
        IngestWorker.start(
                new WorkerContext(
                        settings,
                        SettingsWatch.none(settings),
                        running.infrastructure().kafka(),
                        running.infrastructure().redis(),
                        parts,
                        health,
                        parts.add("meters of " + account, new Meters("second")),
                        Traces.OFF,
                        InstantSource.system()));
        await().atMost(PATIENCE).until(() -> health.ready().stream().allMatch(Health.Check::ok));
    }

    private Settings settings(String hears) {
        Map<String, String> own = new HashMap<>(FreePorts.settings());
        own.put("platforms.discord.accounts", hears);
        return new SettingsSource(folder.resolve("carrier.yaml"), tokens, own).load().settings();
    }

    private String settings() {
        return """
        version: 1
        data: data
        models:
          main: { provider: openai, url: "%s", model: offline }
        accounts:
          ada: { character: "%s" }
          juno: { character: "%s" }
        policy:
          default: { gather: { quiet: 300ms, atMost: 2s } }
          rules:
            - { in: "channel:%s", bots: all }
            - { in: "channel:%s", answer: always }
        limits:
          perPerson: { turns: 1000, every: 1h }
          perConversation: { turns: 1000, every: 1h }
        platforms:
          discord: { url: "%s", identifySpacing: 100ms }
        """
                .formatted(
                        sandbox.model(),
                        character("ada.json"),
                        character("juno.json"),
                        arena,
                        parlour,
                        sandbox.discordApi());
    }

    private static Path character(String file) {
        return Path.of("..", "characters", file).toAbsolutePath().normalize();
    }

    /** Waits until each message of a channel has ended for both accounts, and no more come. */
    void silent(String channel) {
        await("silence")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .during(Duration.ofSeconds(2))
                .until(() -> allEnded(channel));
    }

    private boolean allEnded(String channel) {
        List<Outcome> outcomes = outcomes();
        return discord.messages(channel).stream()
                .allMatch(
                        message -> outcomes.stream().filter(it -> isOf(it, message)).count() == 2);
    }

    private List<Outcome> outcomes() {
        return Recorded.read(running.infrastructure().kafka()).outcomes();
    }

    private static boolean isOf(Outcome outcome, SeenMessage message) {
        return outcome.event().message().equals(message.id());
    }

    /** How a message ended for an account, such as {@code replied(mention)}. */
    String ended(SeenMessage message, String account) {
        return outcomes().stream()
                .filter(it -> isOf(it, message) && it.account().value().equals(account))
                .map(it -> it.kind().name().toLowerCase(Locale.ROOT) + "(" + it.reason() + ")")
                .findFirst()
                .orElse("open");
    }

    /** What an author said in a channel. */
    List<SeenMessage> said(String author, String channel) {
        return discord.messages(channel).stream()
                .filter(message -> message.authorName().equals(author))
                .toList();
    }

    @Override
    public void close() {
        parts.close();
        sandbox.close();
    }
}
