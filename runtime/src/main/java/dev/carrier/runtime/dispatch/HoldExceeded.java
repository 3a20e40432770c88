package dev.carrier.runtime.dispatch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A record was held longer than a dispatcher may hold one; its work was interrupted. */
public final class HoldExceeded extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param hold the most that was allowed
     * @param cause what the work threw when it was interrupted, if it did
     */
    public HoldExceeded(Duration hold, @Nullable Throwable cause) {
        super("held longer than " + hold.toMillis() + " ms", cause);
    }
}
