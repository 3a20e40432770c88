package dev.carrier.ingest.instagram;

import java.util.Optional;

/**
 * What a delivery leaves out and Instagram tells when it is asked. Answers are remembered, and each
 * question is answered within about a second and a half. Thread-safe.
 */
interface Lookups {
    /** What a comment stands under; a guess, where Instagram does not say. */
    PostInfo post(Self self, Remark comment);

    /** A comment in whole. */
    Told<Remark> comment(Self self, String id);

    /** A comment on somebody else's post that mentions the account. */
    Told<Mention> mentionedComment(Self self, String comment);

    /** Somebody else's post whose caption mentions the account. */
    Told<Mention> mentionedMedia(Self self, String media);

    /** The username of somebody who wrote to the account; empty where it is not told. */
    Optional<String> name(Self self, String person);
}
