package dev.carrier.sandbox.http;

import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LowResourceMonitor;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** How the server listens, so that thousands of calls may come at once and wait long. Stateless. */
public final class Loopback {
    /** The usual 50 refuses some of a thousand clients that dial in the same moment. */
    private static final int WAITING_TO_BE_ACCEPTED = 8192;

    private static final long LONGEST_SILENCE_MS = 600_000;

    private Loopback() {}

    /**
     * A connector.
     *
     * @param address on which it listens, usually 127.0.0.1
     */
    public static ServerConnector connector(
            Server server, HttpConfiguration http, String address, int port) {
        var connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(address);
        connector.setPort(port);
        connector.setAcceptQueueSize(WAITING_TO_BE_ACCEPTED);
        connector.setIdleTimeout(LONGEST_SILENCE_MS);
        return connector;
    }

    /** Takes away the guard that cuts waiting connections when many calls are in flight. */
    public static void letCallsWait(Server server) {
        server.getBeans(LowResourceMonitor.class).forEach(server::removeBean);
    }
}
