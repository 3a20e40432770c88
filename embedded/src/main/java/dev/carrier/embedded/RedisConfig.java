package dev.carrier.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The configuration file of our Redis.
 *
 * @param folder its data, as an absolute path
 * @param port where it listens on the loopback address
 * @param extra directives that win over ours
 */
record RedisConfig(Path folder, int port, Map<String, String> extra) {

    /** Writes the file and gives its place. */
    Path write() throws IOException {
        var file = folder.resolve("redis.conf");
        Files.writeString(file, text(), UTF_8);
        return file;
    }

    Path pidFile() {
        return folder.resolve("redis.pid");
    }

    Path logFile() {
        return folder.resolve("redis.log");
    }

    /** The password of the default user, if the extra directives set one. */
    Optional<String> password() {
        return Optional.ofNullable(extra.get("requirepass"));
    }

    private String text() {
        var directives = new LinkedHashMap<String, String>();
        directives.put("bind", Ports.LOOPBACK);
        directives.put("port", String.valueOf(port));
        directives.put("protected-mode", "yes");
        directives.put("daemonize", "no");
        directives.put("dir", quoted(folder));
        directives.put("pidfile", quoted(pidFile()));
        directives.put("logfile", quoted(logFile()));
        directives.put("appendonly", "yes");
        directives.put("appendfsync", "everysec");
        directives.put("aof-load-truncated", "yes");
        // The append-only file is the data; snapshots beside it would only cost.
        directives.put("save", "\"\"");
        directives.put("maxmemory-policy", "noeviction");
        directives.putAll(extra);
        return directives.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static String quoted(Path path) {
        return '"' + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
