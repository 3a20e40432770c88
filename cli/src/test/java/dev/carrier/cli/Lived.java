package dev.carrier.cli;

import static org.awaitility.Awaitility.await;

import dev.carrier.cli.run.FreePorts;
import dev.carrier.cli.run.Progress;
import dev.carrier.cli.run.Running;
import dev.carrier.cli.town.Characters;
import dev.carrier.cli.town.Town;
import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Outcome;
import dev.carrier.contracts.Topics;
import dev.carrier.runtime.Parts;
import dev.carrier.runtime.kafka.TopicReader;
import dev.carrier.runtime.settings.Settings;
import dev.carrier.runtime.settings.SettingsChange;
import dev.carrier.runtime.settings.SettingsSource;
import dev.carrier.runtime.settings.SettingsWatch;
import dev.carrier.sandbox.SeenMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Carrier, whole, with two characters on a sandbox, and a short evening behind it. */
final class Lived implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Parts parts = new Parts();
    private final Path data;
    private final Town town;
    private final Running running;
    private final List<SettingsChange> changes = new CopyOnWriteArrayList<>();
    private final SeenMessage asked;
    private final SeenMessage more;
    private final SeenMessage aside;
    private final SeenMessage answer;

    Lived(Path data) throws IOException, InterruptedException {
        this.data = data;
        Files.writeString(file(), "");
        Path root = Path.of("..");
        town =
                parts.add(
                        "sandbox",
                        Town.start(
                                0,
                                "Café",
                                "Mara",
                                List.of(
                                        Characters.one(root, "ada"),
                                        Characters.one(root, "juno"))));
        SettingsSource source = source();
        Settings settings = source.load().settings();
        var watch = new SettingsWatch(source, settings, SettingsWatch.EVERY);
        running = Running.start(settings, watch, parts, Progress.QUIET);
        watch.onChange(changes::add);
        List<String> troubles = running.awaitReady(PATIENCE);
        if (!troubles.isEmpty()) {
            throw new IllegalStateException(troubles.toString());
        }
        var discord = town.client().discord();
        String bo = discord.person("Bo");
        discord.joins(bo, town.guild().id());
        String general = town.guild().general();
        // The first of everything is slow: what is gathered comes when all has been used once.
        SeenMessage first = discord.says(bo, general, "@Juno good evening");
        awaitOutcome(first.id(), "juno");
        asked = discord.says(bo, general, "@Ada hello");
        more = discord.says(bo, general, "what do you grow?");
        awaitOutcome(asked.id(), "ada");
        String ada = Objects.requireNonNull(town.residents().get("ada")).bot().id();
        answer =
                discord.messages(general).stream()
                        .filter(message -> message.author().equals(ada))
                        .findFirst()
                        .orElseThrow();
        aside = discord.says(bo, general, "it rains again");
        awaitOutcome(aside.id(), "ada");
        awaitOutcome(aside.id(), "juno");
    }

    private Path file() {
        return data.resolve("carrier.yaml");
    }

    /** Writes the settings file anew, and waits until it is taken up. */
    void writes(String settings) throws IOException {
        int before = changes.size();
        Files.writeString(file(), settings);
        await().atMost(PATIENCE).until(() -> changes.size() > before);
    }

    private SettingsSource source() {
        Map<String, String> own = new HashMap<>(town.settings());
        own.putAll(FreePorts.settings());
        own.put("data", data.toString());
        own.put("policy.default.gather.quiet", "2s");
        return new SettingsSource(file(), town.environment(Map.of()), own);
    }

    /** Waits for the end of a message for an account. */
    Outcome awaitOutcome(String message, String account) {
        return await().atMost(PATIENCE)
                .until(
                        () ->
                                outcomes()
                                        .filter(one -> one.event().message().equals(message))
                                        .filter(one -> one.account().value().equals(account))
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private Stream<Outcome> outcomes() {
        try (var records =
                new TopicReader(running.infrastructure().kafka(), "test").all(Topics.JOURNAL)) {
            return records
                    .map(record -> Json.read(Topics.JOURNAL, record.value()))
                    .filter(JournalRecord.Entry.class::isInstance)
                    .flatMap(entry -> ((JournalRecord.Entry) entry).outcomes().stream())
                    .toList()
                    .stream();
        }
    }

    /** What an operator types about it. */
    Typed carrier(String... args) {
        String[] all = new String[args.length + 2];
        System.arraycopy(args, 0, all, 0, args.length);
        all[args.length] = "--data";
        all[args.length + 1] = data.toString();
        return Typed.carrier(all);
    }

    Path data() {
        return data;
    }

    Running running() {
        return running;
    }

    Town town() {
        return town;
    }

    /** The first of two messages that were answered together. */
    SeenMessage asked() {
        return asked;
    }

    /** The second of them. */
    SeenMessage more() {
        return more;
    }

    /** What was said to nobody. */
    SeenMessage aside() {
        return aside;
    }

    /** What Ada answered. */
    SeenMessage answer() {
        return answer;
    }

    @Override
    public void close() {
        parts.close();
    }
}
