package dev.carrier.pipeline.state;

import java.time.LocalDate;

/**
 * When the journal last got a snapshot of a conversation, or when the conversation began.
 *
 * @param sequence of the entry that the snapshot follows
 * @param day of it, in UTC
 * @param build that wrote it
 */
public record Mark(long sequence, LocalDate day, String build) {}
