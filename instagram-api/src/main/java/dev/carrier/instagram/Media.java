package dev.carrier.instagram;

import java.time.Instant;
import java.util.Optional;

/**
 * A post.
 *
 * @param type {@code IMAGE}, {@code VIDEO} or {@code CAROUSEL_ALBUM}
 * @param product {@code FEED}, {@code REELS}, {@code STORY} or {@code AD}
 * @param comments how many stand below it
 */
public record Media(
        String id,
        Optional<String> caption,
        Optional<String> type,
        Optional<String> product,
        Optional<String> permalink,
        Optional<String> shortcode,
        Optional<Instant> at,
        int comments) {}
