package dev.carrier.pipeline.replay;

import dev.carrier.contracts.ConversationId;

/**
 * Where replay does not give what is recorded.
 *
 * @param sequence the entry
 * @param what what is different, in one clause for the operator
 */
public record Divergence(ConversationId in, long sequence, String what) {
    @Override
    public String toString() {
        return in + " entry " + sequence + ": " + what;
    }
}
