package dev.carrier.cli.bench;

import dev.carrier.bench.Subject;
import dev.carrier.cli.Carrier;
import dev.carrier.cli.run.FreePorts;
import dev.carrier.cli.run.Running;
import dev.carrier.cli.town.Characters;
import dev.carrier.cli.town.Town;
import dev.carrier.runtime.Parts;
import dev.carrier.runtime.SetupProblem;
import dev.carrier.runtime.Signals;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.log.Logging;
import dev.carrier.runtime.settings.Settings;
import dev.carrier.sandbox.DiscordClient;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Carrier with every worker in this process, on a sandbox whose rate limits are out of the way,
 * with one character, without gathering and without limits. Its data are temporary. Not
 * thread-safe.
 */
final class BenchTown implements Subject, AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final Duration END_WITHIN = Duration.ofSeconds(20);
    private static final int MOST_CHANNELS_OF_A_GUILD = 400;
    private static final String PLENTY = "100000000";

    private final Parts parts;
    private final Town town;
    private final Town.Resident resident;
    private final List<String> channels;
    private final KafkaClients kafka;

    private BenchTown(Parts parts, Town town, List<String> channels, KafkaClients kafka) {
        this.parts = parts;
        this.town = town;
        this.resident = town.residents().values().iterator().next();
        this.channels = channels;
        this.kafka = kafka;
    }

    /**
     * Starts everything; returns when it is ready.
     *
     * @param conversations so many channels
     * @param callsAtOnce of the model
     * @throws SetupProblem when something cannot start
     */
    static BenchTown start(Carrier carrier, int conversations, int callsAtOnce)
            throws InterruptedException {
        Parts parts = new Parts();
        Signals.end(parts);
        try {
            Path data = Files.createTempDirectory("carrier-bench-");
            parts.add("data", () -> delete(data));
            var characters = List.of(Characters.one(carrier.settings().folder(), "ada"));
            Town town =
                    parts.add(
                            "sandbox",
                            Town.start(
                                    SandboxOptions.defaults()
                                            .withMessageLimit(1_000_000, Duration.ofSeconds(1))
                                            .withRequestsPerSecond(1_000_000),
                                    "Bench",
                                    "Mara",
                                    characters));
            List<String> channels = channels(town, conversations);
            Settings settings = settings(carrier, town, data, callsAtOnce);
            Logging.configure(settings.log(), Optional.empty());
            Running running = Running.start(settings, parts, (part, says, took) -> {});
            List<String> troubles = running.awaitReady(READY_WITHIN);
            if (!troubles.isEmpty()) {
                throw new SetupProblem("nothing could be measured: " + troubles.getFirst());
            }
            return new BenchTown(parts, town, channels, running.infrastructure().kafka());
        } catch (IOException problem) {
            parts.close();
            throw new UncheckedIOException("no temporary folder", problem);
        } catch (RuntimeException | InterruptedException problem) {
            parts.close();
            throw problem;
        }
    }

    @Override
    public SandboxClient sandbox() {
        return town.client();
    }

    @Override
    public KafkaClients kafka() {
        return kafka;
    }

    @Override
    public String botName() {
        return resident.bot().name();
    }

    @Override
    public String bot() {
        return resident.bot().id();
    }

    /** Who writes. */
    String person() {
        return town.host();
    }

    /** Where they write. */
    List<String> channels() {
        return channels;
    }

    @Override
    public void close() {
        parts.end(END_WITHIN);
    }

    /** Before Carrier connects, so that it finds them as it would find an old server's. */
    private static List<String> channels(Town town, int count) {
        DiscordClient discord = town.client().discord();
        List<String> made = new ArrayList<>();
        String guild = town.guild().id();
        String bot = town.residents().values().iterator().next().bot().id();
        for (int i = 0; i < count; i++) {
            if (i > 0 && i % MOST_CHANNELS_OF_A_GUILD == 0) {
                guild = discord.guild("Bench " + i, town.host()).id();
                discord.joins(bot, guild);
            }
            made.add(discord.channel(guild, "talk-" + i));
        }
        return List.copyOf(made);
    }

    private static Settings settings(Carrier carrier, Town town, Path data, int callsAtOnce) {
        Map<String, String> own = new HashMap<>(FreePorts.settings());
        own.putAll(town.settings());
        own.put("data", data.toString());
        own.put("log.level", "error");
        own.put("platforms.discord.requestsPerSecond", PLENTY);
        own.put("models.offline.concurrency", Integer.toString(callsAtOnce));
        own.put("policy.default.gather.quiet", "0s");
        // A backlog of thousands is answered late, and is to be.
        own.put("policy.default.deadline", "10m");
        own.put("limits.perPerson.turns", PLENTY);
        own.put("limits.perConversation.turns", PLENTY);
        own.put("limits.perCharacter.calls", PLENTY);
        own.put("limits.perCharacter.money", PLENTY);
        return carrier.sandboxed(own, town.environment(System.getenv())).settings();
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
