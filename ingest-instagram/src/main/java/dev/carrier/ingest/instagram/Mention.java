package dev.carrier.ingest.instagram;

import dev.carrier.contracts.Address;
import dev.carrier.contracts.Author;
import dev.carrier.contracts.AuthorKind;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.Hearing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Somebody mentioned an account on a post that is not the account's own.
 *
 * @param said the comment; where the caption mentions it, the caption as if it were one
 * @param post on which
 */
record Mention(Remark said, PostInfo post) {
    private static final String CAPTION = "a caption cannot be answered";

    /** A caption that mentions the account. There is no comment yet that could be answered. */
    static Mapped caption(Self self, Mention mention, Instant now) {
        Remark caption = mention.said();
        Optional<String> author = caption.from().or(caption::username);
        if (author.isEmpty()) {
            return new Mapped.Unreadable("a mention without an author");
        }
        var id = Names.event(caption.id(), "said", "caption");
        var in = Names.comments(caption.id(), mention.post());
        return new Mapped.Happened(
                id,
                in,
                new Event.Said(
                        id,
                        caption.at().orElse(now),
                        in,
                        new Author(
                                Names.person(author.get()),
                                caption.username().orElse(author.get()),
                                self.isOfCast(caption.username())
                                        ? AuthorKind.BOT
                                        : AuthorKind.PERSON,
                                List.of()),
                        caption.text().orElse(""),
                        Optional.empty(),
                        List.of(),
                        List.of(
                                new Hearing(
                                        self.account(),
                                        false,
                                        new TreeSet<>(List.of(Address.MENTION)),
                                        false,
                                        false,
                                        false,
                                        Optional.empty(),
                                        Optional.of(CAPTION),
                                        Optional.empty()))));
    }
}
