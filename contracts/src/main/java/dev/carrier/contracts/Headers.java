package dev.carrier.contracts;

/**
 * Names of the record headers, so that a record that cannot be read can still be answered for.
 * Values are UTF-8 text.
 */
public final class Headers {
    /** The conversation, as in the key. */
    public static final String CONVERSATION = "carrier-conversation";

    /** The turn, where there is one. */
    public static final String TURN = "carrier-turn";

    /** The step or response, where the record is about one. */
    public static final String ABOUT = "carrier-about";

    /** The account that speaks or heard, where there is one. */
    public static final String ACCOUNT = "carrier-account";

    /**
     * The span that the record was written in, as W3C Trace Context has it; only where turns are
     * traced.
     *
     * @see <a href="https://www.w3.org/TR/trace-context/#traceparent-header">traceparent</a>
     */
    public static final String TRACE = "traceparent";

    private Headers() {}
}
