package dev.carrier.embedded;

import java.nio.file.Path;

/**
 * What {@link EmbeddedServers} needs to start.
 *
 * @param data the folder that holds everything; created if it is missing
 * @param kafkaPort the broker's port on 127.0.0.1; 0 chooses a free one at each start
 * @param redisPort the port of Redis on 127.0.0.1; 0 chooses a free one at each start
 */
public record EmbeddedOptions(Path data, int kafkaPort, int redisPort) {
    public EmbeddedOptions {
        Ports.requireValid("Kafka", kafkaPort);
        Ports.requireValid("Redis", redisPort);
    }

    /** Free ports, data in this folder. */
    public static EmbeddedOptions in(Path data) {
        return new EmbeddedOptions(data, 0, 0);
    }
}
