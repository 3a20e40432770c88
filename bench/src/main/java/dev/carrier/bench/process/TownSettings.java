package dev.carrier.bench.process;

import dev.carrier.faults.crew.Servers;
import dev.carrier.faults.crew.WorkerSettings;
import dev.carrier.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The settings file of the workers: no gathering, and limits that nobody reaches. Stateless. */
final class TownSettings {
    private TownSettings() {}

    /**
     * Writes it.
     *
     * @param character its file
     */
    static Path write(
            Path folder, Servers servers, Sandbox sandbox, Path character, int partitions) {
        int memory = WorkerSettings.freePort();
        String text =
                """
                version: 1
                data: "%s"
                models:
                  offline: { provider: openai, url: "%s", model: offline-voice, concurrency: 256, sees: true }
                accounts:
                  %s: { platform: discord, character: "%s", model: offline }
                policy:
                  default:
                    gather: { quiet: 0s }
                    deadline: 10m
                limits:
                  perPerson: { turns: 100000000, every: 1h }
                  perConversation: { turns: 100000000, every: 1m }
                  perCharacter: { calls: 100000000, money: 100000000, every: 1d }
                memory: { url: "http://127.0.0.1:%d" }
                kafka: { bootstrap: "%s", partitions: %d }
                redis: { url: "%s" }
                http: { health: 0, memory: %d, webhook: 0 }
                log: { level: warn }
                platforms:
                  discord: { url: "%s", identifySpacing: 1s, requestsPerSecond: 100000000 }
                """
                        .formatted(
                                folder.resolve("data"),
                                sandbox.model(),
                                WorkerTown.ACCOUNT,
                                character.toAbsolutePath(),
                                memory,
                                servers.kafka().bootstrap(),
                                partitions,
                                servers.store().url(),
                                memory,
                                sandbox.discordApi());
        try {
            return Files.writeString(folder.resolve("carrier.yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
