package dev.carrier.contracts;

/** What sort of post it is. */
public enum PostKind {
    /** One picture in the feed. */
    IMAGE,
    /** Two to ten pictures or videos in the feed. */
    CAROUSEL,
    /** A video. */
    REEL,
    /** A picture or video that is gone after a day. */
    STORY
}
