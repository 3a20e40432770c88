package dev.carrier.contracts;

import java.util.Optional;

/**
 * A file that came with a message; the bytes stay where they are.
 *
 * @param id the platform's id of it
 * @param name its file name
 * @param contentType its media type as the platform says it
 * @param bytes its size
 * @param url where it can be fetched; may expire
 */
public record Attachment(
        String id, String name, Optional<String> contentType, long bytes, String url) {}
