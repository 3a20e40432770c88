package dev.carrier.pipeline.replay;

import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.Ids;
import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Policy;
import dev.carrier.contracts.PolicyHash;
import dev.carrier.pipeline.Arrival;
import dev.carrier.pipeline.Handled;
import dev.carrier.pipeline.Handling;
import dev.carrier.pipeline.PolicyInForce;
import dev.carrier.pipeline.state.Conversation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;

/** One conversation, decided again entry by entry. Not thread-safe. */
final class ConversationReplay {
    private final ConversationId in;
    private final Inputs inputs;
    private final Policies policies;
    private final String build;
    private final List<String> hashes = new ArrayList<>();
    private Optional<Conversation> state = Optional.empty();
    private Optional<Bytes> snapshot = Optional.empty();
    private Optional<Long> last = Optional.empty();
    private long entries;
    private long skipped;

    ConversationReplay(ConversationId in, Inputs inputs, Policies policies, String build) {
        this.in = in;
        this.inputs = inputs;
        this.policies = policies;
        this.build = build;
    }

    /** Takes the next record of the journal; gives where it differs, if it does. */
    Optional<Divergence> take(JournalRecord record) {
        long sequence = 0;
        try {
            switch (record) {
                case JournalRecord.Snapshot one -> {
                    sequence = one.sequence();
                    snapshot(one);
                }
                case JournalRecord.Entry entry -> {
                    sequence = entry.sequence();
                    entry(entry);
                }
                case JournalRecord.Unknown _ -> skipped += 1;
            }
            return Optional.empty();
        } catch (Differs differs) {
            return Optional.of(new Divergence(in, sequence, String.valueOf(differs.getMessage())));
        }
    }

    private void snapshot(JournalRecord.Snapshot taken) {
        byte[] recorded = Json.canonical(taken.state());
        if (!Ids.sha256(recorded).equals(taken.stateHash())) {
            throw new Differs("the snapshot was altered");
        }
        if (state.isPresent() && !state.get().hash().equals(taken.stateHash())) {
            throw new Differs("the snapshot is of another state");
        }
        if (last.isPresent() && last.get() != taken.sequence()) {
            throw new Differs("the snapshot does not follow entry " + last.get());
        }
        snapshot = Optional.of(Bytes.wrap(Json.write(taken)));
        state = Optional.of(Conversation.read(recorded));
        last = Optional.of(taken.sequence());
    }

    private void entry(JournalRecord.Entry entry) {
        if (last.isPresent() && entry.sequence() != last.get() + 1) {
            throw new Differs("a gap: the entry before it is " + last.get());
        }
        if (state.isEmpty() && entry.sequence() == 1) {
            state = Optional.of(Conversation.unknown(in));
        }
        if (state.isEmpty() || !entry.build().equals(build)) {
            state = Optional.empty();
            last = Optional.of(entry.sequence());
            skipped += 1;
            return;
        }
        Arrival arrival = inputs.of(entry);
        Handled again =
                Handling.handle(
                        state.get(),
                        arrival,
                        policies.inForce(entry.policy()),
                        entry.handledAt(),
                        build);
        again.entry().outputs().forEach(output -> hashes.add(output.sha256()));
        compare(again, entry);
        entries += 1;
        state = Optional.of(again.after());
        // A conversation that was let go begins anew.
        last = Optional.of(again.after().sequence());
    }

    private void compare(Handled again, JournalRecord.Entry entry) {
        JournalRecord.Entry now = again.entry();
        same("handled at", now.handledAt(), entry.handledAt());
        same("outputs", now.outputs(), entry.outputs());
        same("outcomes", now.outcomes(), entry.outcomes());
        same("reason", now.reason(), entry.reason());
        same("state", now.stateHash(), entry.stateHash());
        if (!Arrays.equals(Json.write(now), Json.write(entry))) {
            throw new Differs("its input is recorded as another: " + entry.input().kind());
        }
        if (again.snapshot().isPresent()
                && !again.snapshot().map(Json::write).map(Bytes::wrap).equals(snapshot)) {
            throw new Differs("the snapshot before it is missing");
        }
    }

    private static void same(String what, Object now, Object recorded) {
        if (!now.equals(recorded)) {
            throw new Differs(what + ": recorded " + recorded + ", replayed " + now);
        }
    }

    List<String> hashes() {
        return hashes;
    }

    long entries() {
        return entries;
    }

    long skipped() {
        return skipped;
    }

    /** Policies by version, each checked once. */
    interface Policies {
        /**
         * The policy of this version.
         *
         * @throws Differs when it is not recorded, or is another
         */
        PolicyInForce inForce(PolicyHash version);

        static PolicyInForce checked(PolicyHash version, Optional<Policy> recorded) {
            Policy policy =
                    recorded.orElseThrow(() -> new Differs("policy " + version + " is missing"));
            PolicyInForce inForce = PolicyInForce.of(policy);
            if (!inForce.version().equals(version)) {
                throw new Differs("policy " + version + " was altered");
            }
            return inForce;
        }
    }
}
