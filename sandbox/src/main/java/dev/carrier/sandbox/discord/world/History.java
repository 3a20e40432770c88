package dev.carrier.sandbox.discord.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The messages of all channels, by id and so by time. Guarded by the world's monitor. */
final class History {
    private final Map<Long, NavigableMap<Long, Message>> channels = new HashMap<>();

    /** The messages of a channel. */
    NavigableMap<Long, Message> of(long channel) {
        return channels.getOrDefault(channel, new TreeMap<>());
    }

    void add(Message message) {
        channels.computeIfAbsent(message.channel(), _ -> new TreeMap<>())
                .put(message.id(), message);
    }

    /** Takes those of {@code ids} that are there out of a channel, and gives them. */
    List<Message> remove(long channel, List<Long> ids) {
        var messages = of(channel);
        return ids.stream().map(messages::remove).filter(Objects::nonNull).toList();
    }

    /** The message in its new form; empty if it is not there any more. */
    Optional<Message> change(Message message, UnaryOperator<Message> change) {
        return Optional.ofNullable(
                of(message.channel()).computeIfPresent(message.id(), (_, m) -> change.apply(m)));
    }
}
