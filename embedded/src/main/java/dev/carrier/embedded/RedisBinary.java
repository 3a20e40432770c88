package dev.carrier.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import redis.embedded.RedisExecProvider;

/**
 * The Redis that {@code org.signal:embedded-redis} carries for this machine. That library would
 * unpack it into the temporary folder at each start and leave it there when the JVM is killed; it
 * is kept in the data folder instead.
 */
final class RedisBinary {
    private RedisBinary() {}

    /**
     * Unpacks the program unless that was done before.
     *
     * @param folder where to keep it
     * @return the program, executable
     */
    static Path in(Path folder) throws IOException {
        var name = name(System.getProperty("os.name"), System.getProperty("os.arch"));
        var program = folder.resolve(name);
        if (Files.isExecutable(program)) {
            return program;
        }
        var draft = folder.resolve(name + ".new");
        try (var packed = RedisExecProvider.class.getResourceAsStream("/" + name)) {
            if (packed == null) {
                throw unsupported(name);
            }
            Files.copy(packed, draft, StandardCopyOption.REPLACE_EXISTING);
        }
        if (!draft.toFile().setExecutable(true, true)) {
            throw new IOException("cannot make " + draft + " executable");
        }
        Files.move(draft, program, StandardCopyOption.ATOMIC_MOVE);
        return program;
    }

    /** The name under which the library carries the program for an operating system. */
    static String name(String system, String architecture) {
        var os = system.toLowerCase(Locale.ROOT);
        var family = os.contains("mac") ? "darwin" : os.contains("linux") ? "linux" : os;
        var chip =
                switch (architecture) {
                    case "amd64", "x86_64" -> "amd64";
                    case "aarch64", "arm64" -> "arm64";
                    case "x86", "i386", "i686" -> "386";
                    default -> architecture;
                };
        return "redis-server-" + RedisExecProvider.redisVersion + "-" + family + "-" + chip;
    }

    private static EmbeddedException unsupported(String name) {
        return new EmbeddedException(
                "There is no packaged Redis for this machine (" + name + ").",
                "Run a Redis of your own and set redis.url.");
    }
}
