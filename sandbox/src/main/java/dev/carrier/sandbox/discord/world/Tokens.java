package dev.carrier.sandbox.discord.world;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** Tokens in Discord's form: the user's id in Base64, then two parts that nobody can guess. */
final class Tokens {
    private Tokens() {}

    static String of(long user) {
        var id =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(Long.toString(user).getBytes(StandardCharsets.US_ASCII));
        var secret = UUID.randomUUID().toString().replace("-", "");
        return id
                + "."
                + secret.substring(0, 6)
                + "."
                + secret.substring(6)
                + UUID.randomUUID().toString().substring(0, 8);
    }
}
