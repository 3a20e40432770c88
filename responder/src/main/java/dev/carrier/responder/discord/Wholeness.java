package dev.carrier.responder.discord;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.SessionInvalidateEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;

/**
 * Since when a session knows all of its servers and channels. JDA forgets them when a session is
 * not to be resumed, and what it does not know in the meantime is not gone. Thread-safe.
 */
final class Wholeness extends ListenerAdapter {
    /** JDA empties its caches first and tells of it next: in between it seems whole. */
    private static final Duration A_MOMENT = Duration.ofMillis(200);

    private final InstantSource clock;
    private volatile Optional<Instant> since = Optional.empty();

    Wholeness(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Whether what the session does not know does not exist: it was whole at {@code then}, and is
     * without a break. Blocks for a moment.
     */
    boolean hasLastedSince(Instant then) {
        if (since.isEmpty()) {
            return false;
        }
        try {
            // Of a cache there is nothing to wait for that would say that it stays as it is.
            Thread.sleep(A_MOMENT);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
        return since.filter(begin -> !begin.isAfter(then)).isPresent();
    }

    @Override
    public void onReady(ReadyEvent event) {
        begins();
    }

    @Override
    public void onSessionRecreate(SessionRecreateEvent event) {
        begins();
    }

    @Override
    public void onSessionResume(SessionResumeEvent event) {
        begins();
    }

    @Override
    public void onSessionDisconnect(SessionDisconnectEvent event) {
        since = Optional.empty();
    }

    @Override
    public void onSessionInvalidate(SessionInvalidateEvent event) {
        since = Optional.empty();
    }

    private void begins() {
        since = Optional.of(clock.instant());
    }
}
