package dev.carrier.instagram;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A comment, or a reply to one.
 *
 * @param from absent where Instagram does not say who
 * @param parent the comment under which it stands; absent at the top
 * @param media the post; absent where it was not asked for
 * @param replies those that came along, not necessarily all
 */
public record Comment(
        String id,
        String text,
        Optional<Instant> at,
        Optional<Who> from,
        Optional<String> parent,
        Optional<String> media,
        Optional<Boolean> hidden,
        List<Comment> replies) {
    public Comment {
        replies = List.copyOf(replies);
    }
}
