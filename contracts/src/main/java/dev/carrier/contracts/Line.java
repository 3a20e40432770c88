package dev.carrier.contracts;

import java.time.Instant;
import java.util.Optional;

/**
 * One message as the window of talk keeps it.
 *
 * @param id the event that brought it
 * @param at the platform's time of it
 * @param by who wrote it
 * @param name how the place shows the author
 * @param kind person, bot, webhook or system
 * @param account set when one of our own accounts wrote it
 * @param text as people see it
 * @param replyTo the message that it answers
 */
public record Line(
        EventId id,
        Instant at,
        PersonId by,
        String name,
        AuthorKind kind,
        Optional<AccountId> account,
        String text,
        Optional<EventId> replyTo) {}
