package dev.carrier.instagram;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message of a conversation.
 *
 * @param text empty for one that is an attachment only
 */
public record DirectMessage(
        String id, Optional<Instant> at, Optional<Who> from, List<Who> to, String text) {
    public DirectMessage {
        to = List.copyOf(to);
    }
}
