package dev.carrier.scenarios;

import static org.awaitility.Awaitility.await;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Outcome;
import dev.carrier.contracts.Policy;
import dev.carrier.contracts.PolicyHash;
import dev.carrier.contracts.SettingsVersion.PolicyVersion;
import dev.carrier.contracts.Topics;
import dev.carrier.faults.judge.Recorded;
import dev.carrier.faults.town.Town;
import dev.carrier.runtime.kafka.TopicReader;
import dev.carrier.sandbox.SeenMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The rules of a town as they are written while its workers run, and what came of them. */
final class Rules {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Town town;
    private final Path file;

    Rules(Town town, Path file) {
        this.town = town;
        this.file = file;
    }

    /** Saves another policy, and waits until it is in force. */
    void write(String yaml, Predicate<Policy> isIt) throws IOException {
        save(yaml);
        awaitPolicy(isIt);
    }

    /** Saves a text in place of the policy. */
    void save(String yaml) throws IOException {
        String text = Files.readString(file);
        Files.writeString(
                file,
                text.substring(0, text.indexOf("policy:"))
                        + "policy:\n"
                        + yaml.indent(2)
                        + text.substring(text.indexOf("limits:")));
    }

    void awaitPolicy(Predicate<Policy> isIt) {
        await("the policy").atMost(PATIENCE).until(() -> newest().filter(isIt).isPresent());
    }

    private Optional<Policy> newest() {
        Optional<Policy> newest = Optional.empty();
        long at = Long.MIN_VALUE;
        try (var records = new TopicReader(town.kafka(), "scenarios").all(Topics.SETTINGS)) {
            for (var record : records.toList()) {
                if (record.timestamp() >= at
                        && Json.read(Topics.SETTINGS, record.value())
                                instanceof PolicyVersion version) {
                    at = record.timestamp();
                    newest = Optional.of(version.policy());
                }
            }
        }
        return newest;
    }

    /** How a message ended for an account, such as {@code replied(mention)}. */
    String end(SeenMessage message, AccountId account) {
        return await("the end of " + message.content())
                .atMost(PATIENCE)
                .until(
                        () ->
                                Recorded.read(town.kafka()).outcomes().stream()
                                        .filter(one -> one.event().message().equals(message.id()))
                                        .filter(one -> one.account().equals(account))
                                        .map(Rules::shown)
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static String shown(Outcome outcome) {
        return outcome.kind().name().toLowerCase(Locale.ROOT) + "(" + outcome.reason() + ")";
    }

    /** Entries of the journal that were decided before their policy stood on record. */
    List<JournalRecord.Entry> decidedBeforeRecorded() {
        Map<PolicyHash, Instant> written = new HashMap<>();
        try (var records = new TopicReader(town.kafka(), "scenarios").all(Topics.SETTINGS)) {
            records.forEach(record -> {
                if (Json.read(Topics.SETTINGS, record.value()) instanceof PolicyVersion version) {
                    written.merge(
                            version.hash(),
                            Instant.ofEpochMilli(record.timestamp()),
                            (one, other) -> one.isBefore(other) ? one : other);
                }
            });
        }
        return Recorded.read(town.kafka()).journal().stream()
                .filter(JournalRecord.Entry.class::isInstance)
                .map(JournalRecord.Entry.class::cast)
                .filter(entry ->
                        entry.handledAt()
                                .isBefore(written.getOrDefault(entry.policy(), Instant.MAX)))
                .toList();
    }

    /** What an operator types about it; gives what is printed. */
    String carrier(String... args) throws IOException, InterruptedException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "dev.carrier.cli.Carrier"));
        command.addAll(List.of(args));
        command.addAll(List.of("--config", file.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
    }
}
