package dev.carrier.contracts;

import java.util.Optional;

/**
 * How far one file of a post is.
 *
 * @param item which of the post's items, counted from 0; the cover is one behind the last
 * @param file its final name, made of its content
 * @param contentType its media type
 * @param bytes its size
 * @param width in pixels; absent where unknown
 * @param height in pixels; absent where unknown
 * @param millis how long it plays; absent of a picture
 * @param url where anybody can fetch it; absent until it is uploaded
 * @param container the container made of it alone; only in a carousel
 */
public record PostMedia(
        int item,
        String file,
        String contentType,
        long bytes,
        Optional<Integer> width,
        Optional<Integer> height,
        Optional<Long> millis,
        Optional<String> url,
        Optional<String> container) {

    /** The same, uploaded. */
    public PostMedia at(String newUrl) {
        return new PostMedia(
                item,
                file,
                contentType,
                bytes,
                width,
                height,
                millis,
                Optional.of(newUrl),
                container);
    }

    /** The same with its container, or without one. */
    public PostMedia in(Optional<String> newContainer) {
        return new PostMedia(
                item, file, contentType, bytes, width, height, millis, url, newContainer);
    }

    /** Whether it is a video. */
    public boolean video() {
        return contentType.startsWith("video/");
    }
}
