package dev.carrier.sandbox.instagram.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** All containers, and when an account published. Safe for use by many threads. */
final class Containers {
    /** The window of both limits; it rolls. */
    static final Duration DAY = Duration.ofHours(24);

    private final Map<String, Container> all = new LinkedHashMap<>();
    private final List<Post> posts = new ArrayList<>();

    private record Post(String owner, Instant at) {}

    synchronized void add(Container container) {
        all.put(container.id(), container);
    }

    synchronized Optional<Container> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    /** Oldest first. */
    synchronized List<Container> all() {
        return List.copyOf(all.values());
    }

    /** What happens to the container {@code id}; gives it as it is then. */
    synchronized Optional<Container> change(String id, UnaryOperator<Container> happens) {
        return Optional.ofNullable(all.computeIfPresent(id, (_, it) -> happens.apply(it)));
    }

    /** How many containers {@code owner} has made since {@code since}. */
    synchronized long made(String owner, Instant since) {
        return all.values().stream()
                .filter(it -> it.owner().equals(owner) && it.made().isAfter(since))
                .count();
    }

    /** How often {@code owner} has published since {@code since}; a carousel counts once. */
    synchronized long published(String owner, Instant since) {
        return posts.stream()
                .filter(it -> it.owner().equals(owner) && it.at().isAfter(since))
                .count();
    }

    /** {@code container} became {@code media} at {@code now}. */
    synchronized void published(Container container, String media, Instant now) {
        change(container.id(), it -> it.published(media));
        posts.add(new Post(container.owner(), now));
    }
}
