package dev.carrier.ingest.discord;

import java.util.Optional;
import net.dv8tion.jda.api.events.RawGatewayEvent;
import net.dv8tion.jda.api.events.user.UserTypingEvent;

/**
 * Tells the account's own typing in a DM from its partner's: JDA says of both that the partner
 * types, and a character that waits for its own typing waits too long. So the event waits here for
 * the raw one, which names who it is and which JDA reports right after it. For the gateway's
 * thread.
 */
final class OwnTyping {
    private Optional<UserTypingEvent> waiting = Optional.empty();

    /** Keeps an event of a DM until it is known whose it is. */
    void keep(UserTypingEvent event) {
        waiting = Optional.of(event);
    }

    /** The event that was kept, once the raw one shows that it is not the account's own. */
    Optional<UserTypingEvent> release(RawGatewayEvent raw) {
        if (!raw.getType().equals("TYPING_START")) {
            return Optional.empty();
        }
        Optional<UserTypingEvent> kept = waiting;
        waiting = Optional.empty();
        String self = raw.getJDA().getSelfUser().getId();
        return raw.getPayload().getString("user_id", "").equals(self) ? Optional.empty() : kept;
    }
}
