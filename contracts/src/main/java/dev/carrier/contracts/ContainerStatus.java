package dev.carrier.contracts;

/**
 * How far a container is.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-container">IG
 *     Container</a>
 */
public enum ContainerStatus {
    /** The platform still works on it. */
    IN_PROGRESS,
    /** It can be published. */
    FINISHED,
    /** The platform could not make it. */
    ERROR,
    /** It was not published within a day. */
    EXPIRED,
    /** It is published. */
    PUBLISHED
}
