package dev.carrier.cli.why;

import dev.carrier.contracts.EventId;
import dev.carrier.runtime.SetupProblem;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an operator asks about.
 *
 * @param message the platform's id of a message
 * @param event the event itself, when its whole id was given
 */
record Wanted(String message, Optional<EventId> event) {
    private static final Pattern LINK =
            Pattern.compile("https?://[^/]+/channels/[^/]+/\\d+/(\\d+)/?");

    /**
     * Understands a message's number, an event's id, or a message's link.
     *
     * @throws SetupProblem when it is none of them
     */
    static Wanted of(String written) {
        String text = written.strip();
        Matcher link = LINK.matcher(text);
        if (link.matches()) {
            return new Wanted(link.group(1), Optional.empty());
        }
        if (text.matches("\\d+")) {
            return new Wanted(text, Optional.empty());
        }
        if (text.matches("[a-z]+:[^:]+:[a-z]+:.+")) {
            EventId id = new EventId(text);
            return new Wanted(id.message(), Optional.of(id));
        }
        throw new SetupProblem(
                "'" + text + "' is no message",
                "give its number (in Discord: Copy Message ID), its link, or an event's id like"
                        + " discord:112233:said:0");
    }

    /** Whether an event is the one that is meant, or a form of the same message. */
    boolean fits(EventId id) {
        return event.map(id::equals).orElseGet(() -> id.message().equals(message));
    }

    /** The id under which the message itself was heard. */
    EventId said() {
        return event.filter(id -> id.value().contains(":said:"))
                .orElseGet(() -> EventId.discordSaid(message));
    }
}
