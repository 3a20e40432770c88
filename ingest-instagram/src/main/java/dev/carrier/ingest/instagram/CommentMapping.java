package dev.carrier.ingest.instagram;

import dev.carrier.contracts.Address;
import dev.carrier.contracts.Author;
import dev.carrier.contracts.AuthorKind;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.Hearing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A comment as an event. Pure. */
final class CommentMapping {
    private static final String WORDLESS = "[a comment without words]";

    private CommentMapping() {}

    /**
     * @param post under which it stands
     * @param now for a comment of which nobody tells the time
     * @param late it was found long after it was written
     */
    static Mapped said(Self self, Remark comment, PostInfo post, Instant now, boolean late) {
        boolean own = isOwn(self, comment);
        Optional<String> author = own ? Optional.of(self.id()) : comment.from();
        if (author.isEmpty() && comment.username().isEmpty()) {
            return new Mapped.Unreadable("a comment without an author");
        }
        // Without an id the name serves: it is unique, though it may change.
        String person = author.or(comment::username).orElseThrow();
        String name = own ? self.username() : comment.username().orElse(person);
        String text = comment.text().filter(words -> !words.isBlank()).orElse(WORDLESS);
        var in = Names.comments(comment.root(), post);
        var id = Names.said(comment.id());
        return new Mapped.Happened(
                id,
                in,
                new Event.Said(
                        id,
                        comment.at().orElse(now),
                        in,
                        new Author(Names.person(person), name, kind(self, comment, own), List.of()),
                        text,
                        comment.parent().map(Names::said),
                        List.of(),
                        List.of(
                                new Hearing(
                                        self.account(),
                                        own,
                                        own ? new TreeSet<>() : address(self, comment, post),
                                        post.isOwnedBy(self),
                                        false,
                                        late))));
    }

    /** Its own words come back as comments of others do. */
    private static boolean isOwn(Self self, Remark comment) {
        return comment.from().filter(self::is).isPresent()
                || comment.ofOurs().filter(self::is).isPresent()
                || self.isNamed(comment.username());
    }

    private static AuthorKind kind(Self self, Remark comment, boolean own) {
        return own || self.isOfCast(comment.username()) ? AuthorKind.BOT : AuthorKind.PERSON;
    }

    /**
     * Who comments on a post speaks to whoever posted it; who answers a comment speaks to its
     * author, unless they say otherwise.
     */
    private static SortedSet<Address> address(Self self, Remark comment, PostInfo post) {
        SortedSet<Address> address = new TreeSet<>();
        if (Mentions.in(comment.text().orElse(""), self.username())) {
            address.add(Address.MENTION);
        }
        if (post.isOwnedBy(self) && comment.parent().isEmpty()) {
            address.add(Address.REPLY);
        }
        return address;
    }
}
