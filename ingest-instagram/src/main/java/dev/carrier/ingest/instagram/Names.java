package dev.carrier.ingest.instagram;

import dev.carrier.contracts.EventId;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.PlaceKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How Instagram's people, places and happenings are named here. Pure. */
final class Names {
    static final String PLATFORM = "instagram";

    private Names() {}

    /** A person as an account sees them: the id is another for another account. */
    static PersonId person(String id) {
        return new PersonId("instagram:user:" + id);
    }

    /** The id of a happening around a comment or message. */
    static EventId event(String message, String kind, String revision) {
        return EventId.of(PLATFORM, part(message), kind, revision);
    }

    /** The id of a comment or message itself. */
    static EventId said(String message) {
        return event(message, "said", "0");
    }

    /** The inbox of an account with one person. */
    static Place dm(Self self, String person) {
        return new Place(
                Place.instagramDm(self.id(), person),
                PLATFORM,
                PlaceKind.DM,
                person,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(person(person)));
    }

    /**
     * The comments under one comment.
     *
     * @param root the comment that all others answer
     */
    static Place comments(String root, PostInfo post) {
        return new Place(
                Place.instagramComments(root),
                PLATFORM,
                PlaceKind.COMMENTS,
                root,
                post.id(),
                Optional.empty(),
                post.owner(),
                post.ownerName(),
                Optional.empty(),
                Optional.empty());
    }

    /** Message ids are text of Meta's; a colon in one would end it. */
    private static String part(String message) {
        return message.indexOf(':') < 0
                ? message
                : URLEncoder.encode(message, StandardCharsets.UTF_8);
    }
}
