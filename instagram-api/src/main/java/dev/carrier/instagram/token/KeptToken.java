package dev.carrier.instagram.token;

import java.time.Instant;
import java.util.Optional;

/**
 * A token with what is known of its age.
 *
 * @param since when it was refreshed, or first seen in the settings
 * @param expires known once it was refreshed
 * @param tried when its refreshing was last begun
 */
record KeptToken(String token, Instant since, Optional<Instant> expires, Optional<Instant> tried) {

    static KeptToken firstSeen(String token, Instant now) {
        return new KeptToken(token, now, Optional.empty(), Optional.empty());
    }

    KeptToken tried(Optional<Instant> when) {
        return new KeptToken(token, since, expires, when);
    }

    boolean hasExpired(Instant now) {
        return expires.filter(end -> !end.isAfter(now)).isPresent();
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "token since " + since;
    }
}
