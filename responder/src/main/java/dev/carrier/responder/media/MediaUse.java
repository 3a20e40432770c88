package dev.carrier.responder.media;

/** What a file is to become on Instagram; each has limits of its own. */
public enum MediaUse {
    /** A single image, or an image of a carousel. */
    FEED_IMAGE,
    STORY_IMAGE,
    /** The picture that stands for a reel. */
    REEL_COVER,
    REEL,
    STORY_VIDEO,
    /** A video of a carousel. */
    CAROUSEL_VIDEO;

    public boolean isVideo() {
        return switch (this) {
            case REEL, STORY_VIDEO, CAROUSEL_VIDEO -> true;
            case FEED_IMAGE, STORY_IMAGE, REEL_COVER -> false;
        };
    }
}
