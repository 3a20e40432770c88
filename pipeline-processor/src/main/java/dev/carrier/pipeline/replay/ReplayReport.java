package dev.carrier.pipeline.replay;

import java.util.Optional;

/**
 * What came of a replay.
 *
 * @param conversations how many were replayed
 * @param entries how many journal entries were decided again
 * @param skipped entries that could not be: of another build, or older than the first snapshot
 * @param hash SHA-256 over the hashes of all outputs as they were decided again, by conversation
 *     and sequence
 * @param first where replay first differs from the record
 */
public record ReplayReport(
        int conversations, long entries, long skipped, String hash, Optional<Divergence> first) {
    /** Whether everything came out as it is recorded. */
    public boolean identical() {
        return first.isEmpty();
    }
}
