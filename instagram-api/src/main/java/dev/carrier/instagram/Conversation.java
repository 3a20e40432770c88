package dev.carrier.instagram;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A conversation of direct messages.
 *
 * @param with who takes part, the account itself included; empty where it was not asked for
 */
public record Conversation(String id, Optional<Instant> updatedAt, List<Who> with) {
    public Conversation {
        with = List.copyOf(with);
    }
}
