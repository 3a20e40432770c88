package dev.carrier.sandbox.discord.world;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An uploaded file.
 *
 * @param description its alternative text
 * @param seconds how long it is, of what was spoken
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Attachment(
        long id,
        String name,
        String contentType,
        byte[] content,
        Optional<String> description,
        OptionalDouble seconds) {
    /** A file of which nobody said what it shows. */
    public Attachment(long id, String name, String contentType, byte[] content) {
        this(id, name, contentType, content, Optional.empty(), OptionalDouble.empty());
    }
}
