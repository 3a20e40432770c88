package dev.carrier.faults.crew;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The settings file that the worker processes are started with; it is all that they are told.
 *
 * @param kafka its bootstrap servers
 * @param redis its URL
 * @param model the URL of a model in OpenAI's form
 * @param platform of all accounts
 * @param names of the characters; in lower case those of the accounts, whose tokens are in {@code
 *     PLATFORM_TOKEN_NAME}
 * @param policy keys of {@code policy.default}, as YAML, such as {@code "bots: all"}
 * @param webhook the port where a platform calls
 * @param more whole lines of YAML for all else
 */
public record WorkerSettings(
        String kafka,
        String redis,
        URI model,
        String platform,
        List<String> names,
        List<String> policy,
        int webhook,
        List<String> more) {

    /**
     * Those of accounts on Discord.
     *
     * @param api the base URL of its API; empty for the real one
     */
    public static WorkerSettings onDiscord(
            Servers servers,
            URI model,
            Optional<String> api,
            List<String> names,
            List<String> policy) {
        return new WorkerSettings(
                servers.kafka().bootstrap(),
                servers.store().url(),
                model,
                "discord",
                names,
                policy,
                0,
                api.stream()
                        .map(url ->
                                "platforms:\n  discord: { url: \"%s\", identifySpacing: 100ms }"
                                        .formatted(url))
                        .toList());
    }

    /** Writes the file, and the characters beside it. */
    public Path write(Path folder) {
        int memory = freePort();
        try {
            for (String name : names) {
                Files.writeString(character(folder, name), persona(name));
            }
            return Files.writeString(
                    folder.resolve("carrier.yaml"),
                    """
                    version: 1
                    data: %s
                    models:
                      main: { provider: openai, url: "%s", model: offline, timeout: 60s, concurrency: 64, sees: true }
                    accounts:
                    %s
                    policy:
                      default:
                        gather: { quiet: 300ms, atMost: 2s }
                        deadline: 10m
                    %s
                    limits:
                      perPerson: { turns: 100000, every: 1h }
                      perConversation: { turns: 100000, every: 1h }
                      perCharacter: { calls: 100000, money: 1000.00, every: 1d }
                    memory: { url: "http://127.0.0.1:%d" }
                    kafka: { bootstrap: "%s", partitions: %d }
                    redis: { url: "%s" }
                    http: { health: 0, memory: %d, webhook: %d }
                    %s
                    """
                            .formatted(
                                    folder.resolve("data"),
                                    model,
                                    lines(names.stream().map(name -> account(folder, name))),
                                    lines(policy.stream().map(line -> "    " + line)),
                                    memory,
                                    kafka,
                                    Servers.PARTITIONS,
                                    redis,
                                    memory,
                                    webhook,
                                    lines(more.stream())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lines(Stream<String> lines) {
        return lines.collect(Collectors.joining("\n"));
    }

    private String account(Path folder, String name) {
        return "  %s: { platform: %s, character: %s, model: main }"
                .formatted(name.toLowerCase(Locale.ROOT), platform, character(folder, name));
    }

    private static Path character(Path folder, String name) {
        return folder.resolve(name.toLowerCase(Locale.ROOT) + ".json").toAbsolutePath();
    }

    private static String persona(String name) {
        return """
        {
          "name": "%s",
          "bio": ["%s repeats what people ask about, so that each can hear that it arrived."],
          "messageExamples": [
            [
              { "name": "{{name1}}", "content": { "text": "Did you hear of the bridge?" } },
              { "name": "%s", "content": { "text": "I heard of the bridge." } }
            ]
          ]
        }
        """
                .formatted(name, name, name);
    }

    /** A port of 127.0.0.1 that is free now. */
    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
