package dev.carrier.contracts;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What could not be read or done. */
public sealed interface DeadLetter extends Travels {

    /**
     * One record that was put aside; the rest went on.
     *
     * @param worker who put it aside
     * @param from where it stands, as long as the topic keeps it
     * @param key its key in Base64
     * @param value its bytes in Base64, cut at 256 KB
     * @param headers as text
     * @param reason why, for the operator
     */
    @Kind("dead.v1")
    record Dead(
            String worker,
            Optional<RecordRef> from,
            String key,
            String value,
            Map<String, String> headers,
            String reason,
            Instant at)
            implements DeadLetter {}

    /** Of a kind that this build does not know. */
    record Unknown(ObjectNode body) implements DeadLetter, Unread {}
}
