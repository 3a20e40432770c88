package dev.carrier.ingest.discord;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.SessionInvalidateEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One account's connection to the gateway, from the first login, which is tried for as long as it
 * takes, to the end. Thread-safe.
 */
final class Session {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final DiscordAccount account;
    private final Connecting connecting;
    private final AtomicReference<Optional<JDA>> discord = new AtomicReference<>(Optional.empty());
    private final Pulse pulse;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Optional<Following> following = Optional.empty();
    private volatile Optional<String> stopped = Optional.empty();
    private volatile boolean content = true;
    private volatile boolean closed;
    private volatile boolean everReady;

    Session(DiscordAccount account, Connecting connecting, Pulse pulse) {
        this.account = account;
        this.connecting = connecting;
        this.pulse = pulse;
    }

    /** What a session tells of; called on the gateway's thread and must not block. */
    interface Following {
        void arrived(Arrival arrival);

        void resumed();

        void disconnected();

        void heard(GenericEvent event);

        void stopped();
    }

    void start(Following whom) {
        following = Optional.of(whom);
        login();
    }

    /**
     * JDA.
     *
     * @throws IllegalStateException before the first login
     */
    JDA discord() {
        return discord.get()
                .orElseThrow(() -> new IllegalStateException(account.id() + " is not logged in"));
    }

    /** The connection, once there is one. */
    Optional<JDA> ifLoggedIn() {
        return discord.get();
    }

    /** Why the account was stopped for good. */
    Optional<String> whyStopped() {
        return stopped;
    }

    boolean hasContent() {
        return content;
    }

    boolean wasEverReady() {
        return everReady;
    }

    private void hear(GenericEvent event) {
        pulse.beat();
        following.ifPresent(it -> tell(it, event));
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            discord.get().ifPresent(JDA::shutdownNow);
        } finally {
            lock.unlock();
        }
    }

    private void tell(Following whom, GenericEvent event) {
        switch (event) {
            case ReadyEvent _ -> arrived(whom, event.getJDA());
            case SessionRecreateEvent _ -> arrived(whom, event.getJDA());
            case SessionResumeEvent _ -> whom.resumed();
            case SessionInvalidateEvent _ -> whom.disconnected();
            case SessionDisconnectEvent it -> disconnected(whom, it);
            default -> whom.heard(event);
        }
    }

    private void arrived(Following whom, JDA jda) {
        keep(jda);
        everReady = true;
        whom.arrived(Arrival.of(jda));
    }

    private void disconnected(Following whom, SessionDisconnectEvent event) {
        whom.disconnected();
        int code =
                Optional.ofNullable(event.getServiceCloseFrame())
                        .map(frame -> frame.getCloseCode())
                        .orElse(0);
        // JDA takes this one for passing, but it is not.
        if (code == 4012) {
            event.getJDA().shutdownNow();
            ended(whom, code);
        }
    }

    private void ended(Following whom, int code) {
        whom.disconnected();
        if (closed || stopped.isPresent()) {
            return;
        }
        if (code == Ending.INTENT_NOT_ALLOWED && content) {
            content = false;
            LOG.atWarn().log(Ending.withoutContent(account));
            login();
            return;
        }
        Ending.sentence(code, account).ifPresentOrElse(why -> stop(whom, why), this::login);
    }

    private void stop(Following whom, String why) {
        stopped = Optional.of(why);
        LOG.atError().addKeyValue("account", account.id()).log(why);
        whom.stopped();
    }

    private void login() {
        Thread.ofVirtual().name("logs-in-" + account.id()).start(this::logInPatiently);
    }

    private void logInPatiently() {
        var pause = FIRST_PAUSE;
        try {
            while (!closed && !loggedIn()) {
                Thread.sleep(pause);
                pause = pause.multipliedBy(2);
                pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean loggedIn() {
        var attempt =
                new Attempt(this::hear, code -> following.ifPresent(whom -> ended(whom, code)));
        try {
            keep(connecting.connect(content, attempt));
            attempt.loggedIn();
            return true;
        } catch (InvalidTokenException refused) {
            following.ifPresent(whom -> stop(whom, Ending.refused(account)));
            return true;
        } catch (RuntimeException problem) {
            LOG.atWarn()
                    .addKeyValue("account", account.id())
                    .addKeyValue("why", problem.toString())
                    .log("Discord cannot be reached");
            return false;
        }
    }

    private void keep(JDA fresh) {
        lock.lock();
        try {
            discord.set(Optional.of(fresh));
            if (closed) {
                fresh.shutdownNow();
            }
        } finally {
            lock.unlock();
        }
    }
}
