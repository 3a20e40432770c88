package dev.carrier.sandbox.instagram.world;

import java.util.List;
import java.util.Optional;

/**
 * What a direct message holds.
 *
 * @param text what it says; empty if it is nothing but a file
 * @param files what is attached
 * @param replyTo the message it answers
 * @param story the id of the story it answers, which is a media of the account
 * @param payload of a button that was pressed or a quick reply
 * @param button whether a button was pressed rather than something written
 * @param comment the comment that it answers in private
 */
public record Words(
        String text,
        List<Attached> files,
        Optional<String> replyTo,
        Optional<String> story,
        Optional<String> payload,
        boolean button,
        Optional<String> comment) {
    /** Only text. */
    public static Words of(String text) {
        return new Words(
                text,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    /** The same with another text. */
    public Words text(String value) {
        return new Words(value, files, replyTo, story, payload, button, comment);
    }

    /** The same with these files. */
    public Words files(List<Attached> value) {
        return new Words(text, List.copyOf(value), replyTo, story, payload, button, comment);
    }

    /** The same as the answer to a message. */
    public Words replyTo(Optional<String> mid) {
        return new Words(text, files, mid, story, payload, button, comment);
    }

    /** The same as the answer to a story. */
    public Words story(Optional<String> media) {
        return new Words(text, files, replyTo, media, payload, button, comment);
    }

    /** The same from a button or a quick reply. */
    public Words payload(Optional<String> value, boolean pressed) {
        return new Words(text, files, replyTo, story, value, pressed, comment);
    }

    /** The same as the private answer to a comment. */
    public Words comment(String id) {
        return new Words(text, files, replyTo, story, payload, button, Optional.of(id));
    }
}
