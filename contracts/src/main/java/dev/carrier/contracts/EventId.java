package dev.carrier.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * Something that happened: platform, message, kind and revision, joined by colons: {@code
 * discord:1122:said:0}. The same happening has the same id however often it is delivered.
 *
 * @param value never blank; plain in JSON
 */
public record EventId(@JsonValue String value) implements Comparable<EventId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EventId {
        Ids.requireText(value, "EventId");
    }

    /** The id of an event from its parts; none of them may contain a colon but the last. */
    public static EventId of(String platform, String message, String kind, String revision) {
        return new EventId(String.join(":", platform, message, kind, revision));
    }

    /** The id of the first form of a message on Discord. */
    public static EventId discordSaid(String message) {
        return of("discord", message, "said", "0");
    }

    /** The id of the use of a command on Discord. */
    public static EventId discordCommanded(String interaction) {
        return of("discord", interaction, "commanded", "0");
    }

    /** The id of the first form of a message, comment or post on a platform. */
    public static EventId said(String platform, String message) {
        return of(platform, message, "said", "0");
    }

    /** The platform's id of the message that this event is about: for Discord a snowflake. */
    public String message() {
        List<String> parts = List.of(value.split(":", 4));
        return parts.size() > 1 ? parts.get(1) : value;
    }

    @Override
    public int compareTo(EventId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
