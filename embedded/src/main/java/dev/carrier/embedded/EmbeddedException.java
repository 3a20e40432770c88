package dev.carrier.embedded;

/**
 * An embedded server cannot do what was asked. The message is written for the person at the
 * terminal: one sentence that says what is wrong, and one that says what to do.
 */
public class EmbeddedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String wayOut;

    /**
     * @param problem one sentence, with its full stop
     * @param wayOut what the person can do about it, with its full stop
     */
    public EmbeddedException(String problem, String wayOut) {
        super(problem + " " + wayOut);
        this.wayOut = wayOut;
    }

    EmbeddedException(String problem, String wayOut, Throwable cause) {
        super(problem + " " + wayOut, cause);
        this.wayOut = wayOut;
    }

    /** The part of the message that says what to do. */
    public String wayOut() {
        return wayOut;
    }

    /** The deepest message of a failure, which is the one that names the reason. */
    static String reason(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        var message = deepest.getMessage();
        return message == null ? deepest.getClass().getSimpleName() : message;
    }
}
