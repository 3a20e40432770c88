package dev.carrier.responder.media.ftp;

import java.net.Socket;
import org.apache.commons.net.DefaultSocketFactory;

/**
 * Sockets for data that name the control connection's port as theirs. The JDK looks for a session
 * to resume under the host and the port that a socket names, and must find the control
 * connection's.
 */
final class DataSockets extends DefaultSocketFactory {
    private final int controlPort;

    DataSockets(int controlPort) {
        this.controlPort = controlPort;
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public int getPort() {
                return controlPort;
            }
        };
    }
}
