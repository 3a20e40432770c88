package dev.carrier.runtime;

/**
 * Something that the person who starts Carrier has to put right: settings, a missing token, a port
 * in use. Its message is one sentence with the way out and never holds a secret; whoever runs a
 * {@code main} prints it without a stack trace and exits with 2.
 */
public final class SetupProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A whole sentence, the way out included. */
    public SetupProblem(String sentence) {
        super(sentence);
    }

    /** What is wrong, and what to do about it. */
    public SetupProblem(String problem, String wayOut) {
        super(joined(problem, wayOut));
    }

    /** A whole sentence, and what was thrown underneath, for the log. */
    public SetupProblem(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** A problem that ends by asking whether something else was meant is a sentence of its own. */
    private static String joined(String problem, String wayOut) {
        return problem.endsWith("?")
                ? problem + " " + Character.toUpperCase(wayOut.charAt(0)) + wayOut.substring(1)
                : problem + ": " + wayOut;
    }

    /** The sentence. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
