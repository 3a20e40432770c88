package dev.carrier.pipeline.replay;

import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.Ids;
import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.PolicyHash;
import dev.carrier.pipeline.PolicyInForce;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Decides all entries of a journal again, each conversation from its beginning or its first
 * snapshot, and compares outputs, outcomes, reason and state byte for byte with what is recorded.
 * It compares with the record, never with itself: inputs are checked against their recorded hashes.
 * Stateless; takes no part in what it checks.
 */
public final class ReplayVerifier {
    private final RecordedTopics topics;
    private final String build;

    /**
     * A verifier.
     *
     * @param build the version of this program: what another one decided is passed over
     */
    public ReplayVerifier(RecordedTopics topics, String build) {
        this.topics = topics;
        this.build = build;
    }

    /**
     * Replays a journal.
     *
     * @param journal records in the order of their topic, at least within each conversation; one of
     *     an unknown kind is passed over
     */
    public ReplayReport verify(Iterable<JournalRecord> journal) {
        Inputs inputs = new Inputs(topics);
        Map<PolicyHash, PolicyInForce> known = new HashMap<>();
        SortedMap<ConversationId, ConversationReplay> replays = new TreeMap<>();
        Optional<Divergence> first = Optional.empty();
        for (JournalRecord record : journal) {
            Optional<ConversationId> in = conversation(record);
            if (in.isPresent()) {
                ConversationReplay replay =
                        replays.computeIfAbsent(
                                in.get(),
                                one -> new ConversationReplay(one, inputs, policies(known), build));
                first = replay.take(record);
            }
            if (first.isPresent()) {
                break;
            }
        }
        long entries = 0;
        long skipped = 0;
        StringBuilder hashes = new StringBuilder();
        for (ConversationReplay replay : replays.values()) {
            entries += replay.entries();
            skipped += replay.skipped();
            replay.hashes().forEach(hashes::append);
        }
        String hash = Ids.sha256(hashes.toString().getBytes(StandardCharsets.UTF_8));
        return new ReplayReport(replays.size(), entries, skipped, hash, first);
    }

    private ConversationReplay.Policies policies(Map<PolicyHash, PolicyInForce> known) {
        return version ->
                known.computeIfAbsent(
                        version,
                        one -> ConversationReplay.Policies.checked(one, topics.policy(one)));
    }

    private static Optional<ConversationId> conversation(JournalRecord record) {
        return switch (record) {
            case JournalRecord.Entry entry -> Optional.of(entry.in());
            case JournalRecord.Snapshot snapshot -> Optional.of(snapshot.in());
            case JournalRecord.Unknown _ -> Optional.empty();
        };
    }
}
