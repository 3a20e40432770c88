package dev.carrier.sandbox.instagram.world;

import java.util.Optional;

/** Something that changed in the world, told to its listeners in order. */
public sealed interface Happening {
    /** There is a new account or person. */
    record Born(Author who) implements Happening {}

    /** Something was published, or its comments were switched on or off, or a live video ended. */
    record Posted(Media media, boolean changed) implements Happening {}

    /** Somebody wrote a comment. */
    record Commented(Comment comment, Media media) implements Happening {}

    /** A comment was hidden or shown again. */
    record Hidden(Comment comment) implements Happening {}

    /** A comment is gone. Instagram tells nobody. */
    record CommentDeleted(Comment comment) implements Happening {}

    /** A direct message was written. */
    record Messaged(Dm message) implements Happening {}

    /** A direct message was edited. */
    record Edited(Dm message) implements Happening {}

    /** A direct message was unsent. */
    record Unsent(Dm message) implements Happening {}

    /** Somebody reacted to a direct message; without an emoji they took it back. */
    record Reacted(Dm message, Author by, Optional<String> emoji) implements Happening {}

    /** The person has read up to this message. */
    record Read(Dm upTo) implements Happening {}

    /** The account shows that it types, or no more. */
    record Typing(DmThread thread, boolean on) implements Happening {}

    /** The account has read the thread. */
    record Seen(DmThread thread) implements Happening {}
}
