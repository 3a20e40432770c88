package dev.carrier.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.concurrent.ThreadLocalRandom;

/** Ports on the loopback address, the only one on which embedded servers listen. */
final class Ports {
    static final String LOOPBACK = "127.0.0.1";

    /**
     * Below the ranges from which Linux (32768) and macOS (49152) give outgoing connections their
     * ports: such a connection could otherwise take a port between our look and the server's bind.
     */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;

    private Ports() {}

    static void requireValid(String server, int port) {
        if (port < 0 || port > 65_535) {
            throw new EmbeddedException(
                    port + " is no port for " + server + ".",
                    "Give one from 1 to 65535, or 0 for a free one.");
        }
    }

    /**
     * A port that nobody listened on a moment ago. Somebody may take it first: be ready to ask
     * again.
     */
    static int free() {
        for (int attempt = 0; attempt < 200; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new EmbeddedException(
                "No free port was found between " + LOWEST + " and " + HIGHEST + ".",
                "Give the ports in the settings.");
    }

    static void requireFree(String server, int port) {
        if (!isFree(port)) {
            throw new PortInUse(server, port);
        }
    }

    static boolean isFree(int port) {
        try (var probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(loopback(), port), 1);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** Not {@link InetAddress#getLoopbackAddress}, which may be ::1. */
    static InetAddress loopback() throws UnknownHostException {
        return InetAddress.getByAddress(LOOPBACK, new byte[] {127, 0, 0, 1});
    }
}
