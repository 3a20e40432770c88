package dev.carrier.instagram;

/**
 * A file that came with a message.
 *
 * @param sort {@code image}, {@code video}, {@code audio} or {@code file}
 * @param url where it can be fetched, for a while
 */
public record SentFile(String sort, String url) {}
