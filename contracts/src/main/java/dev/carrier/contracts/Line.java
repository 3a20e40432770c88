package dev.carrier.contracts;

import java.time.Instant;
import java.util.List;
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
 * @param files those of its files that a model can be given; absent without any
 * @param quote what it answers, where that is older than the window
 */
public record Line(
        EventId id,
        Instant at,
        PersonId by,
        String name,
        AuthorKind kind,
        Optional<AccountId> account,
        String text,
        Optional<EventId> replyTo,
        Optional<List<Attachment>> files,
        Optional<Quote> quote) {

    /** A message of words alone. */
    public Line(
            EventId id,
            Instant at,
            PersonId by,
            String name,
            AuthorKind kind,
            Optional<AccountId> account,
            String text,
            Optional<EventId> replyTo) {
        this(id, at, by, name, kind, account, text, replyTo, Optional.empty(), Optional.empty());
    }

    /** The same message with another text and other files. */
    public Line with(String newText, Optional<List<Attachment>> newFiles) {
        return new Line(id, at, by, name, kind, account, newText, replyTo, newFiles, quote);
    }

    /** The same message without what it answers: that was deleted. */
    public Line withoutQuote() {
        return new Line(id, at, by, name, kind, account, text, replyTo, files, Optional.empty());
    }
}
