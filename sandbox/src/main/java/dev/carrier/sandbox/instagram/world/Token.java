package dev.carrier.sandbox.instagram.world;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * An access token.
 *
 * @param text what is sent
 * @param account for whom it acts
 * @param issued when it was given
 * @param expires from when on it is of no use
 * @param lasting whether it is a long-lived one, which can be refreshed
 * @param dead the subcode of error 190 with which it is refused before it expires
 */
public record Token(
        String text,
        String account,
        Instant issued,
        Instant expires,
        boolean lasting,
        OptionalInt dead) {
    Token dead(int subcode) {
        return new Token(text, account, issued, expires, lasting, OptionalInt.of(subcode));
    }

    Token older(Duration by) {
        return new Token(text, account, issued.minus(by), expires.minus(by), lasting, dead);
    }
}
