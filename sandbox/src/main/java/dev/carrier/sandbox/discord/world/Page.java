package dev.carrier.sandbox.discord.world;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;

/**
 * Which part of a history is asked for.
 *
 * @see <a href="https://docs.discord.com/developers/resources/message#get-channel-messages">Get
 *     channel messages</a>
 */
public sealed interface Page {
    /** The latest. */
    record Latest(int limit) implements Page {}

    /** Those right before an id. */
    record Before(long id, int limit) implements Page {}

    /** Those right after an id. */
    record After(long id, int limit) implements Page {}

    /** Half of them before an id, half from it on. */
    record Around(long id, int limit) implements Page {}

    /** The part of {@code history} that is meant, in no order. */
    default List<Message> of(NavigableMap<Long, Message> history) {
        return switch (this) {
            case Latest(var limit) -> first(history.descendingMap().values(), limit);
            case Before(var id, var limit) ->
                    first(history.headMap(id, false).descendingMap().values(), limit);
            case After(var id, var limit) -> first(history.tailMap(id, false).values(), limit);
            case Around(var id, var limit) -> {
                var both =
                        new ArrayList<>(
                                first(
                                        history.headMap(id, false).descendingMap().values(),
                                        limit / 2));
                both.addAll(first(history.tailMap(id, true).values(), limit - limit / 2));
                yield both;
            }
        };
    }

    private static List<Message> first(Collection<Message> messages, int limit) {
        return messages.stream().limit(limit).toList();
    }
}
