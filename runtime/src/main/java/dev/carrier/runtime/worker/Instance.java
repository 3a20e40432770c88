package dev.carrier.runtime.worker;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What tells the instances of one worker apart. */
public final class Instance {
    private static final String PROPERTY = "carrier.instance";

    private Instance() {}

    /**
     * Sets the name for this process, where {@code CARRIER_INSTANCE} does not: two processes on one
     * host that run the same worker must not take over each other's transactions.
     *
     * @param addition follows the host's name
     */
    public static void beside(String addition) {
        System.setProperty(PROPERTY, host() + "-" + addition);
    }

    /**
     * {@code CARRIER_INSTANCE}, otherwise the name of the host: in containers each has its own, and
     * a restarted one keeps it, so that it takes over the transactions that it left open.
     */
    public static String name() {
        String given = System.getenv("CARRIER_INSTANCE");
        if (given != null && !given.isBlank()) {
            return given;
        }
        return System.getProperty(PROPERTY, host());
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "one";
        }
    }
}
