package dev.carrier.pipeline.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.carrier.contracts.Ids;
import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.PolicyHash;
import dev.carrier.contracts.RecordRef;
import dev.carrier.contracts.Unreadable;
import dev.carrier.pipeline.Arrival;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import tools.jackson.databind.JsonNode;

/** Finds the input of a journal entry again, and that nobody altered it since. */
final class Inputs {
    private final RecordedTopics topics;

    Inputs(RecordedTopics topics) {
        this.topics = topics;
    }

    /**
     * The input of an entry as it arrived.
     *
     * @throws Differs when it is not what was handled
     */
    Arrival of(JournalRecord.Entry entry) {
        JournalRecord.Input input = entry.input();
        Optional<Bytes> inline = input.body().map(body -> Bytes.wrap(Json.canonical(body)));
        if (inline.isPresent() && !Ids.sha256(inline.get().get()).equals(input.sha256())) {
            throw new Differs("its input was altered in the journal");
        }
        if (input.kind().equals("rang")) {
            JsonNode body = input.body().orElseThrow(() -> new Differs("an alarm without a body"));
            return new Arrival.Ring(
                    entry.in(), body.path("alarm").asString(), body.path("generation").asLong());
        }
        if (input.kind().equals("changed")) {
            JsonNode body = input.body().orElseThrow(() -> new Differs("a change without a body"));
            return new Arrival.Change(entry.in(), new PolicyHash(body.path("version").asString()));
        }
        RecordRef from = input.from().orElseThrow(() -> new Differs("its input came from nowhere"));
        Optional<RecordedTopics.Recorded> recorded = topics.record(from);
        if (recorded.isPresent()) {
            if (!matches(recorded.get().value(), input)) {
                throw new Differs("its input was altered: " + where(from));
            }
            return new Arrival.FromTopic(
                    entry.in(),
                    from,
                    recorded.get().key(),
                    recorded.get().value(),
                    recorded.get().headers());
        }
        return new Arrival.FromTopic(
                entry.in(),
                from,
                Bytes.wrap(entry.in().value().getBytes(UTF_8)),
                inline.orElseThrow(() -> new Differs("its input is gone: " + where(from))),
                new TreeMap<>());
    }

    private static boolean matches(Bytes value, JournalRecord.Input input) {
        if (input.body().isEmpty()) {
            return Ids.sha256(value.get()).equals(input.sha256());
        }
        try {
            // What is inline is hashed in canonical form; the record may have other white space.
            byte[] canonical = Json.canonical(Json.parse(value.get()));
            return Ids.sha256(canonical).equals(input.sha256());
        } catch (Unreadable altered) {
            return false;
        }
    }

    private static String where(RecordRef at) {
        return at.topic() + "/" + at.partition() + "/" + at.offset();
    }
}
