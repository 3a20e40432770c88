package dev.carrier.instagram;

import java.time.Instant;
import java.util.Optional;

/**
 * A post that may be somebody else's.
 *
 * @param id of the post; of the album, where a comment names one of its pictures
 * @param owner the id of the account whose post it is; told only where that is the account that
 *     asks
 * @param username the name of that account
 * @param caption what is written under it, where that was asked for
 */
public record OfPost(
        String id,
        Optional<String> owner,
        Optional<String> username,
        Optional<String> caption,
        Optional<Instant> at) {}
