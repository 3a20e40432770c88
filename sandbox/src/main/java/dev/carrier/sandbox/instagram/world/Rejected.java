package dev.carrier.sandbox.instagram.world;

import dev.carrier.sandbox.orders.GraphRefusal;
import java.util.OptionalInt;

/**
 * Instagram's refusal of a request.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/error-codes">Error
 *     codes</a>
 */
public final class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient GraphRefusal refusal;

    private Rejected(GraphRefusal refusal) {
        super(refusal.message(), null, false, false);
        this.refusal = refusal;
    }

    /** This refusal. */
    public static Rejected of(GraphRefusal refusal) {
        return new Rejected(refusal);
    }

    /** The error with these codes, in Meta's words. */
    public static Rejected known(int code, int subcode) {
        return of(GraphRefusal.known(code, OptionalInt.of(subcode)));
    }

    /** 100 without a subcode: what was sent is wrong. */
    public static Rejected parameter(String message) {
        return of(GraphRefusal.of(100, "(#100) " + message));
    }

    /** 100/33: there is nothing with this id, or not for this token. */
    public static Rejected unknown(String method, String id) {
        return of(
                GraphRefusal.of(
                                100,
                                33,
                                "Unsupported "
                                        + method.toLowerCase(java.util.Locale.ROOT)
                                        + " request. Object with ID '"
                                        + id
                                        + "' does not exist, cannot be loaded due to missing permissions, or does"
                                        + " not support this operation. Please read the Graph API documentation at"
                                        + " https://developers.facebook.com/docs/graph-api")
                        .type("GraphMethodException"));
    }

    /** What is answered. */
    public GraphRefusal refusal() {
        return refusal;
    }
}
