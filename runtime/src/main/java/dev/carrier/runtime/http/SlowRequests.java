package dev.carrier.runtime.http;

/**
 * Whoever sends a request byte by byte must not hold a connection for ever: the JDK's server waits
 * without end unless it is told otherwise, by a property that it reads once.
 */
public final class SlowRequests {
    private static final String PROPERTY = "sun.net.httpserver.maxReqTime";
    private static final String SECONDS = "15";

    private SlowRequests() {}

    /** To be called before a server is made; what the operator has set stays. */
    public static void cut() {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, SECONDS);
        }
    }
}
