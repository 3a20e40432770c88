package dev.carrier.sandbox.instagram.world;

import dev.carrier.sandbox.orders.GraphRefusal;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Access tokens, their age and their end. Safe for use by many threads.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/reference/refresh_access_token">Refresh
 *     access token</a>
 */
public final class Tokens {
    private final Clock clock;
    private final Settings settings;
    private final Map<String, Token> tokens = new LinkedHashMap<>();

    Tokens(Clock clock, Settings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    /** A new token; without {@code text} it gets one. */
    public synchronized Token issue(String account, Optional<String> text, boolean lasting) {
        var now = clock.instant();
        var life = settings.time(lasting ? Setting.TOKEN_LIFE : Setting.SHORT_TOKEN_LIFE);
        var token =
                new Token(
                        text.orElseGet(Tokens::random),
                        account,
                        now,
                        now.plus(life),
                        lasting,
                        java.util.OptionalInt.empty());
        tokens.put(token.text(), token);
        return token;
    }

    /** The token with this text, be it dead. */
    public synchronized Optional<Token> find(String text) {
        return Optional.ofNullable(tokens.get(text));
    }

    /** All of an account, oldest first. */
    public synchronized List<Token> of(String account) {
        return tokens.values().stream().filter(it -> it.account().equals(account)).toList();
    }

    /** All tokens of an account are so much older at once. */
    public synchronized void age(String account, Duration by) {
        of(account).forEach(it -> tokens.put(it.text(), it.older(by)));
    }

    /** All tokens of an account are refused with 190 and this subcode. */
    public synchronized void kill(String account, int subcode) {
        of(account).forEach(it -> tokens.put(it.text(), it.dead(subcode)));
    }

    /**
     * The token, if it is of use now.
     *
     * @throws Rejected 190
     */
    public Token check(String text) {
        var token =
                find(text)
                        .orElseThrow(() ->
                                Rejected.of(
                                        GraphRefusal.of(
                                                190,
                                                "Invalid OAuth access token - Cannot parse access token")));
        if (token.dead().isPresent()) {
            throw Rejected.known(190, token.dead().getAsInt());
        }
        if (!clock.instant().isBefore(token.expires())) {
            throw Rejected.of(
                    GraphRefusal.of(
                            190,
                            463,
                            "Error validating access token: Session has expired on "
                                    + token.expires()
                                    + ". The current time is "
                                    + clock.instant()
                                    + "."));
        }
        return token;
    }

    /**
     * A new long-lived token in exchange for one that is 24 hours old and not expired; the old one
     * stays good until its time is over.
     *
     * @throws Rejected if it is too young, expired, or not a long-lived one
     */
    public Token refresh(String text) {
        var token = check(text);
        if (!token.lasting()) {
            throw Rejected.parameter("Only long-lived access tokens can be refreshed.");
        }
        var young = settings.time(Setting.TOKEN_MIN_AGE);
        if (clock.instant().isBefore(token.issued().plus(young))) {
            throw Rejected.parameter("The access token must be at least 24 hours old.");
        }
        return issue(token.account(), Optional.empty(), true);
    }

    /** A long-lived token in exchange for a short-lived one. */
    public Token exchange(String text) {
        var token = check(text);
        if (token.lasting()) {
            throw Rejected.parameter("The access token is a long-lived one already.");
        }
        return issue(token.account(), Optional.empty(), true);
    }

    private static String random() {
        return "IGAA" + UUID.randomUUID().toString().replace("-", "") + "ZD";
    }
}
