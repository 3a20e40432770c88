package dev.carrier.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code servers.json} in the data folder: three flat values that this class alone writes, so a
 * pattern reads them and the module needs no JSON library.
 */
final class ServersFile {
    private static final Pattern CONTENT =
            Pattern.compile(
                    "\\{\"pid\":(\\d{1,18}),\"kafka\":\"([^\"]*)\",\"redis\":\"([^\"]*)\"}\\s*");

    private ServersFile() {}

    static void write(Path data, RunningServers servers) throws IOException {
        var text =
                "{\"pid\":%d,\"kafka\":\"%s\",\"redis\":\"%s\"}%n"
                        .formatted(servers.pid(), servers.kafka(), servers.redis());
        var draft = data.resolve("servers.json.new");
        Files.writeString(draft, text, UTF_8);
        Files.move(draft, in(data), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Empty if the file is missing, or is not one of ours. */
    static Optional<RunningServers> read(Path data) {
        try {
            var content = CONTENT.matcher(Files.readString(in(data), UTF_8));
            if (!content.matches()) {
                return Optional.empty();
            }
            return Optional.of(
                    new RunningServers(
                            Long.parseLong(content.group(1)), content.group(2), content.group(3)));
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    static void remove(Path data) throws IOException {
        Files.deleteIfExists(in(data));
    }

    private static Path in(Path data) {
        return data.resolve("servers.json");
    }
}
