package dev.carrier.sandbox.discord.world;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A user within a guild.
 *
 * @param roles the ids of the roles beside everyone's
 * @param timedOutUntil when the timeout ends that a moderator gave; it may be in the past
 */
public record Member(User user, Instant joined, List<Long> roles, Optional<Instant> timedOutUntil) {

    /** The same with other roles. */
    Member with(List<Long> others) {
        return new Member(user, joined, others, timedOutUntil);
    }

    /** The same until a moderator's timeout ends. */
    Member timedOut(Optional<Instant> until) {
        return new Member(user, joined, roles, until);
    }
}
