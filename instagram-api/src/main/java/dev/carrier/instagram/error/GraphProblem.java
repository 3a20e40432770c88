package dev.carrier.instagram.error;

import java.io.Serial;

/** A call that brought no answer that helps. Its message is for the operator. */
public final class GraphProblem extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final transient GraphError error;

    public GraphProblem(GraphError error) {
        super(error.sentence());
        this.error = error;
    }

    /** What is known of it. */
    public GraphError error() {
        return error;
    }
}
