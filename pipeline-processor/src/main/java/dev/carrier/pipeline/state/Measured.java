package dev.carrier.pipeline.state;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A conversation and its canonical JSON: to make it is to measure it, and takes time. */
public final class Measured {
    private final Conversation conversation;
    private final byte[] bytes;

    private Measured(Conversation conversation, byte[] bytes) {
        this.conversation = conversation;
        this.bytes = bytes;
    }

    /** The conversation, measured now. */
    public static Measured of(Conversation conversation) {
        return new Measured(conversation, conversation.bytes());
    }

    /** What was measured. */
    public Conversation conversation() {
        return conversation;
    }

    /** How many bytes it takes. */
    int size() {
        return bytes.length;
    }

    /** Another conversation, measured again only where it differs. */
    public Measured as(Conversation other) {
        return other.equals(conversation) ? this : of(other);
    }

    /** Its canonical JSON; not to be written into. */
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Measured measured
                && conversation.equals(measured.conversation)
                && Arrays.equals(bytes, measured.bytes);
    }

    @Override
    public int hashCode() {
        return conversation.hashCode();
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
