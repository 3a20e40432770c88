package dev.carrier.responder;

/** What a look into the channel found. */
public sealed interface Found {
    /** It stands there. */
    record There(Spoken.Sent sent) implements Found {}

    /** It does not stand there. */
    record Absent() implements Found {}

    /** The channel cannot be read now. */
    record Unreadable(String why) implements Found {}

    /** The channel can never be read again: it is gone, or closed to us. */
    record Gone(String why) implements Found {}
}
