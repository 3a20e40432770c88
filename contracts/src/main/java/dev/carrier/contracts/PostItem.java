package dev.carrier.contracts;

import java.util.Optional;

/**
 * A file that is to be posted.
 *
 * @param file its name in the outbox: the SHA-256 of its content and its ending
 * @param name what it was called, for people
 * @param altText what it shows, for who cannot see it; pictures only
 */
public record PostItem(String file, String name, Optional<String> altText) {}
