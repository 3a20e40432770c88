package dev.carrier.runtime.settings;

import java.time.Duration;
import java.util.Optional;

/**
 * What is remembered.
 *
 * @param keep how long what was said stays in memory
 * @param url where memory-service is asked; absent: {@code http.bind} and {@code http.memory}
 */
public record MemorySettings(Duration keep, Window window, Optional<String> url) {

    /** How much of the talk a conversation's own state holds. */
    public record Window(int messages, Size bytes) {}
}
