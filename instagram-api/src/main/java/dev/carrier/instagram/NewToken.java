package dev.carrier.instagram;

import java.time.Duration;

/**
 * A refreshed token.
 *
 * @param lasts how long, from now on
 */
public record NewToken(String token, Duration lasts) {
    /** Without the token. */
    @Override
    public String toString() {
        return "a token for " + lasts;
    }
}
