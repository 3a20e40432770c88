package dev.carrier.runtime.worker;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What tells the instances of one worker apart. */
public final class Instance {
    private Instance() {}

    /**
     * {@code CARRIER_INSTANCE}, otherwise the name of the host: in containers each has its own, and
     * a restarted one keeps it, so that it takes over the transactions that it left open.
     */
    public static String name() {
        String given = System.getenv("CARRIER_INSTANCE");
        if (given != null && !given.isBlank()) {
            return given;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "one";
        }
    }
}
