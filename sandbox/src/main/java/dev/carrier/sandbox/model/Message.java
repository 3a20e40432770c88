package dev.carrier.sandbox.model;

import java.util.List;

/**
 * One message of a chat-completions request.
 *
 * @param role {@code system}, {@code user}, {@code assistant} or what else the caller wrote
 * @param text its text; the text parts joined when the content came in parts
 * @param images the pictures among the parts
 */
public record Message(String role, String text, List<Image> images) {
    public Message {
        images = List.copyOf(images);
    }

    /** A message of words alone. */
    public Message(String role, String text) {
        this(role, text, List.of());
    }
}
