package dev.carrier.instagram;

import java.util.Optional;

/**
 * What Instagram says of a message that it took.
 *
 * @param message its id
 * @param recipient who got it
 */
public record SentMessage(String message, Optional<String> recipient) {}
