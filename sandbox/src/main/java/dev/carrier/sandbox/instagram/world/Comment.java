package dev.carrier.sandbox.instagram.world;

import java.time.Instant;
import java.util.Optional;

/**
 * A comment; what is below it is one level deep.
 *
 * @param id its id
 * @param media what it is about
 * @param parent the comment above it
 * @param by who wrote it
 * @param text what it says
 * @param at when
 * @param hidden seen by its author and the owner of the media only
 * @param deleted gone; it stays here so that a test can see that
 * @param answered whether its author got a private reply, of which there is one
 */
public record Comment(
        String id,
        String media,
        Optional<String> parent,
        Author by,
        String text,
        Instant at,
        boolean hidden,
        boolean deleted,
        boolean answered) {
    /** The comment at the top: itself, or the one above it. */
    public String root() {
        return parent.orElse(id);
    }

    Comment hidden(boolean value) {
        return new Comment(id, media, parent, by, text, at, value, deleted, answered);
    }

    Comment gone() {
        return new Comment(id, media, parent, by, text, at, hidden, true, answered);
    }

    Comment privatelyAnswered() {
        return new Comment(id, media, parent, by, text, at, hidden, deleted, true);
    }
}
