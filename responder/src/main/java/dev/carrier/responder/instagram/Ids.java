package dev.carrier.responder.instagram;

import dev.carrier.contracts.EventId;
import dev.carrier.contracts.PersonId;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Instagram's ids as ours, and back. */
final class Ids {
    private Ids() {}

    /** Message ids are text of Meta's; a colon in one would end it within an event's id. */
    static String inEvent(String message) {
        return message.indexOf(':') < 0
                ? message
                : URLEncoder.encode(message, StandardCharsets.UTF_8);
    }

    /** The comment or message that an event is about. */
    static String message(EventId event) {
        String message = event.message();
        return message.indexOf('%') < 0
                ? message
                : URLDecoder.decode(message, StandardCharsets.UTF_8);
    }

    static PersonId person(String id) {
        return new PersonId("instagram:user:" + id);
    }
}
