package dev.carrier.cli.why;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Hearing;
import dev.carrier.contracts.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The life of one event.
 *
 * @param what {@code said}, {@code deleted}, {@code reacted with 🌱}…
 * @param where for people: {@code Café/#general}
 * @param changes what became of the message later
 * @param accounts each account that heard it, or was asked to answer it
 * @param saidBy the turn that wrote it, when it is one of our own messages
 */
record Life(
        EventId id,
        String what,
        Optional<Instant> at,
        String where,
        String author,
        Optional<String> text,
        List<Changed> changes,
        List<ForAccount> accounts,
        Optional<TurnStory> saidBy) {

    /** Something that happened to the message. */
    record Changed(String what, Instant at, Optional<String> text) {}

    /**
     * What one account made of it.
     *
     * @param heard how it heard it; several when it was delivered more than once
     * @param outcome how it ended; absent while it is open
     * @param journal every decision about it, in order
     */
    record ForAccount(
            AccountId account,
            List<Heard> heard,
            Optional<Outcome> outcome,
            Optional<Instant> endedAt,
            Optional<TurnStory> turn,
            List<Noted> journal) {}

    /** One copy of the event. */
    record Heard(Hearing how, Instant at) {}

    /** A line of the journal. */
    record Noted(long sequence, Instant at, String input, String reason) {}
}
