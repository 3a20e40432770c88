package dev.carrier.pipeline;

import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.PolicyHash;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Who has yet to hear of another version of the policy: after each change, and once at the start,
 * the conversations in which something is going on. One for each task, on its thread only.
 */
final class News {
    /** More than these wait for the next time, so that records are not held up. */
    private static final int MOST = 100;

    private final Deque<ConversationId> left = new ArrayDeque<>();
    private Optional<PolicyHash> told = Optional.empty();

    /** The next few; each is given once for a version. */
    List<ConversationId> toTell(PolicyHash inForce, Alarms alarms) {
        if (!told.equals(Optional.of(inForce))) {
            told = Optional.of(inForce);
            left.clear();
            left.addAll(alarms.busy());
        }
        List<ConversationId> next = new ArrayList<>();
        while (!left.isEmpty() && next.size() < MOST) {
            next.add(left.removeFirst());
        }
        return next;
    }

    /** Whether some have yet to hear of the version that was told of last. */
    boolean more() {
        return !left.isEmpty();
    }
}
