package dev.carrier.contracts;

/** The steps of publishing, in their order. Each is recorded before the next begins. */
public enum PublishStep {
    /** The files are checked, and pictures made what the platform takes. */
    PREPARE,
    /** They are put where the platform can fetch them. */
    UPLOAD,
    /** It is looked whether anybody can fetch them there. */
    VERIFY,
    /** The platform is asked how much may be published today. */
    QUOTA,
    /** A container is made: of one item of a carousel, or of the post. */
    CREATE,
    /** It is looked how far the containers are. */
    POLL,
    /** The post goes out. */
    PUBLISH,
    /** Its address is asked for. */
    PERMALINK,
    /** The files are taken away from where they were put. */
    CLEAN_UP
}
