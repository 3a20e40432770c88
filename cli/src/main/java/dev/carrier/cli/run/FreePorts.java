package dev.carrier.cli.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/** Settings under which a second Carrier disturbs no first one. */
public final class FreePorts {
    private FreePorts() {}

    /** Every port set to one that is free. */
    public static Map<String, String> settings() {
        Map<String, String> ports = new HashMap<>();
        for (String name : new String[] {"ui", "health", "webhook", "memory", "sandbox"}) {
            ports.put("http." + name, Integer.toString(free()));
        }
        ports.put("kafka.port", "0");
        ports.put("redis.port", "0");
        return ports;
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException("no free port", none);
        }
    }
}
