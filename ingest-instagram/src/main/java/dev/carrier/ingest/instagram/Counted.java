package dev.carrier.ingest.instagram;

import java.util.Locale;

/** What is counted: deliveries by how they were answered, and what was in them. */
public enum Counted {
    /** A delivery of which Kafka has everything. */
    ACCEPTED,
    /** A delivery without a signature, or with one that is not of the app. */
    FORGED,
    /** A delivery that was larger than allowed. */
    OVERSIZED,
    /** A signed delivery that is no JSON. */
    MALFORMED,
    /** A delivery whose body did not come in time, or broke off. */
    SLOW,
    /** A delivery beyond those that are handled at once; Meta brings it again. */
    BUSY,
    /** A delivery that Kafka did not acknowledge in time; Meta brings it again. */
    UNACKNOWLEDGED,
    /** A delivery for an account of which it is not known yet who it is; Meta brings it again. */
    UNSETTLED,
    /** A delivery on which we failed by a fault of our own; Meta brings it again. */
    FAILED,
    /** Meta asked whether the endpoint is ours, and it is. */
    VERIFIED,
    /** Somebody asked that without the right token. */
    UNVERIFIED,
    /** Something that became an event in Kafka, by a webhook. */
    EVENT,
    /** Something that was found by asking, not delivered. */
    FOUND,
    /** Something that was delivered before. */
    DUPLICATE,
    /** Something for an account that is none of ours. */
    UNKNOWN_ACCOUNT,
    /** Something of a kind that nobody here needs. */
    UNKNOWN_FIELD,
    /** A test of the app's dashboard. */
    TEST,
    /** Something that nothing follows from: a referral, an opt-in, an edit without words. */
    NOTHING,
    /** Something that lacks what every one of its kind has; it is among the dead letters. */
    UNREADABLE;

    /** As it is named among what is measured: {@code unknown-account}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
