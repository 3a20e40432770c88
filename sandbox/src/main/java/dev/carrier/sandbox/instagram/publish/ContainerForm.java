package dev.carrier.sandbox.instagram.publish;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a container was asked to hold.
 *
 * @param kind what it is to become
 * @param item whether it is a part of a carousel
 * @param caption empty for none
 * @param media where its media is; empty of a carousel
 * @param cover where a reel's cover is
 * @param thumbOffset the moment of the cover in the video, in ms; a cover of its own beats it
 * @param children the containers of a carousel, in order
 * @param altText an image's alternative text
 * @param aiGenerated whether its author says that an AI made it
 */
record ContainerForm(
        Kind kind,
        boolean item,
        String caption,
        Optional<URI> media,
        Optional<URI> cover,
        OptionalLong thumbOffset,
        List<String> children,
        Optional<String> altText,
        boolean aiGenerated) {
    /** What a container is to become. */
    enum Kind {
        /** An image in the feed, or in a carousel. */
        IMAGE,
        /** A video in a carousel. */
        VIDEO,
        /** A reel. */
        REELS,
        /** An image in a story. */
        STORY_IMAGE,
        /** A video in a story. */
        STORY_VIDEO,
        /** Two to ten images and videos. */
        CAROUSEL;

        /** Whether its media is a video. */
        boolean moves() {
            return this == VIDEO || this == REELS || this == STORY_VIDEO;
        }

        /** Whether it is for a story. */
        boolean story() {
            return this == STORY_IMAGE || this == STORY_VIDEO;
        }
    }
}
