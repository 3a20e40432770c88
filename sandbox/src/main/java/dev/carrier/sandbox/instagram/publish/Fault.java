package dev.carrier.sandbox.instagram.publish;

/**
 * Why media, a container or its publication is refused.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/error-codes">Error
 *     codes</a>
 */
enum Fault {
    /** The media's server took too long. */
    TOO_SLOW(-2, 2_207_003),
    /** The container is older than 24 hours. */
    EXPIRED(-2, 2_207_020),
    /** The media could not be fetched, or what was fetched is no media. */
    NOT_FETCHED(9004, 2_207_052),
    /** A file of a direct message that could not be fetched or is not taken. */
    NOT_SENT(100, 2_018_047),
    /** An image of more than 8 MB. */
    TOO_LARGE(36_000, 2_207_004),
    /** No JPEG. */
    FORMAT(36_001, 2_207_005),
    /** An image that is too high or too wide. */
    RATIO(36_003, 2_207_009),
    /** A caption with too many characters, hashtags or mentions. */
    CAPTION(36_004, 2_207_010),
    /** A video that is not as the specification wants it. */
    VIDEO(352, 2_207_026),
    /** The cover's moment is not within the video. */
    THUMB_OFFSET(1, 2_207_057),
    /** Not processed yet. */
    NOT_READY(9007, 2_207_027),
    /** There is no such media type. */
    MEDIA_TYPE(100, 2_207_023),
    /** A carousel of fewer than two or more than ten. */
    CAROUSEL(100, 2_207_028),
    /** More than twenty people tagged. */
    TAGS(100, 2_207_040),
    /** More than three collaborators, or one whose name cannot be one. */
    COLLABORATORS(100, 2_207_018),
    /** As many posts as an account may publish in 24 hours. */
    QUOTA(9, 2_207_042),
    /** There is no such container, or none any more. */
    NO_BUILDER(24, 2_207_008);

    private final int code;
    private final int subcode;

    Fault(int code, int subcode) {
        this.code = code;
        this.subcode = subcode;
    }

    int code() {
        return code;
    }

    int subcode() {
        return subcode;
    }
}
