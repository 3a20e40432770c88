package dev.carrier.embedded;

/** The port that the settings ask for belongs to somebody else. */
public final class PortInUse extends EmbeddedException {
    private static final long serialVersionUID = 1L;

    PortInUse(String server, int port) {
        super(
                "Port "
                        + port
                        + " on 127.0.0.1, meant for "
                        + server
                        + ", is in use by another program.",
                "Stop that program, or choose another port (0 chooses a free one).");
    }
}
