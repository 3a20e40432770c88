package dev.carrier.sandbox.instagram.world;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that was published.
 *
 * @param id its id, another than that of the container it came from
 * @param owner whose it is
 * @param is what was published
 * @param shortcode its id in the permalink
 * @param at when it was published
 * @param children the ids of an album's parts, in order
 * @param parent the album it is a part of
 * @param commentsOn whether comments are allowed
 * @param over of a live video: it has ended
 */
public record Media(
        String id,
        Author owner,
        Draft is,
        String shortcode,
        Instant at,
        List<String> children,
        Optional<String> parent,
        boolean commentsOn,
        boolean over) {
    /** {@code media_type}. */
    public enum Kind {
        /** A picture. */
        IMAGE,
        /** A video, a reel. */
        VIDEO,
        /** Two to ten of them. */
        CAROUSEL_ALBUM
    }

    /** {@code media_product_type}. */
    public enum Product {
        /** In the feed. */
        FEED,
        /** A reel. */
        REELS,
        /** A story, gone after 24 hours. */
        STORY,
        /** An advertisement. */
        AD,
        /** A live video. */
        LIVE
    }

    /** Its address for people. */
    public String permalink() {
        var form =
                switch (is.product()) {
                    case REELS -> "reel/" + shortcode;
                    case STORY -> "stories/" + owner.username() + "/" + id;
                    case FEED, AD, LIVE -> "p/" + shortcode;
                };
        return "https://www.instagram.com/" + form + "/";
    }

    /** Whether it is a live video. */
    public boolean live() {
        return is.product() == Product.LIVE;
    }

    Media commentsOn(boolean value) {
        return new Media(id, owner, is, shortcode, at, children, parent, value, over);
    }

    Media ended() {
        return new Media(id, owner, is, shortcode, at, children, parent, commentsOn, true);
    }
}
