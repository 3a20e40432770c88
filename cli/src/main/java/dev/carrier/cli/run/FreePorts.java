package dev.carrier.cli.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Settings under which a second Carrier disturbs no first one. */
public final class FreePorts {
    private FreePorts() {}

    /** Every port set to one that is free, each to another one. */
    public static Map<String, String> settings() {
        Map<String, String> ports = new HashMap<>();
        List<ServerSocket> held = new ArrayList<>();
        try {
            // Held until all are chosen: one that is given back at once may be given out again.
            for (String name : new String[] {"ui", "health", "webhook", "memory", "sandbox"}) {
                var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                held.add(socket);
                ports.put("http." + name, Integer.toString(socket.getLocalPort()));
            }
            for (ServerSocket socket : held) {
                socket.close();
            }
        } catch (IOException none) {
            throw new UncheckedIOException("no free port", none);
        }
        ports.put("kafka.port", "0");
        ports.put("redis.port", "0");
        return ports;
    }
}
