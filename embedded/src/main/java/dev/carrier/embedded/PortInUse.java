package dev.carrier.embedded;

/** The port that the settings ask for belongs to somebody else. */
public final class PortInUse extends EmbeddedException {
    private static final long serialVersionUID = 1L;

    private final String server;
    private final int port;

    PortInUse(String server, int port) {
        super(
                "Port "
                        + port
                        + " on 127.0.0.1, meant for "
                        + server
                        + ", is in use by another program.",
                "Stop that program, or choose another port (0 chooses a free one).");
        this.server = server;
        this.port = port;
    }

    /** For whom it was meant: {@code Kafka} or {@code Redis}. */
    public String server() {
        return server;
    }

    /** The port. */
    public int port() {
        return port;
    }
}
