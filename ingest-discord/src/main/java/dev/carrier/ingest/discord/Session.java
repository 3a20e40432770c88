package dev.carrier.ingest.discord;

import dev.carrier.runtime.gateway.Shard;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.GatewayPingEvent;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.RawGatewayEvent;
import net.dv8tion.jda.api.events.http.HttpRequestEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.SessionInvalidateEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection of an account to the gateway, from the first login, which is tried for as long as
 * it takes, to the end. Thread-safe.
 */
final class Session {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Shard shard;
    private final Connecting connecting;
    private final AtomicBoolean content;
    private final AtomicReference<Optional<JDA>> discord = new AtomicReference<>(Optional.empty());
    private final Pulse pulse;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Optional<Following> following = Optional.empty();
    private volatile Optional<String> stopped = Optional.empty();
    private volatile Optional<String> problem = Optional.empty();
    private volatile boolean askedForContent = true;
    private volatile boolean closed;
    private volatile boolean everReady;

    /**
     * @param content whether the account may have the text of messages; shared by its shards, so
     *     that one of them finds out for all
     */
    Session(Shard shard, Connecting connecting, AtomicBoolean content, Pulse pulse) {
        this.shard = shard;
        this.connecting = connecting;
        this.content = content;
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
                .orElseThrow(() -> new IllegalStateException(shard + " is not logged in"));
    }

    /** The connection, once there is one. */
    Optional<JDA> ifLoggedIn() {
        return discord.get();
    }

    /** Why the account was stopped for good. */
    Optional<String> whyStopped() {
        return stopped;
    }

    /** What went wrong last, in a few words; empty while the connection stands. */
    Optional<String> problem() {
        return problem;
    }

    boolean hasContent() {
        return content.get();
    }

    boolean wasEverReady() {
        return everReady;
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

    private void hear(GenericEvent event) {
        following.ifPresent(it -> tell(it, event));
    }

    private void tell(Following whom, GenericEvent event) {
        switch (event) {
            case ReadyEvent _ -> arrived(whom, event.getJDA());
            case SessionRecreateEvent _ -> arrived(whom, event.getJDA());
            case SessionResumeEvent _ -> {
                pulse.beat();
                problem = Optional.empty();
                whom.resumed();
            }
            case SessionInvalidateEvent _ -> whom.disconnected();
            case SessionDisconnectEvent it -> disconnected(whom, it);
            case GatewayPingEvent _ -> pulse.beat();
            case RawGatewayEvent _ -> {
                pulse.beat();
                whom.heard(event);
            }
            case HttpRequestEvent it -> answered(whom, it);
            default -> whom.heard(event);
        }
    }

    private void arrived(Following whom, JDA jda) {
        keep(jda);
        pulse.beat();
        everReady = true;
        problem = Optional.empty();
        whom.arrived(Arrival.of(jda));
    }

    private void disconnected(Following whom, SessionDisconnectEvent event) {
        whom.disconnected();
        int code =
                Optional.ofNullable(event.getServiceCloseFrame())
                        .map(frame -> frame.getCloseCode())
                        .orElse(0);
        problem = Optional.of(code == 0 ? "the line broke" : "close code " + code);
        // JDA takes this one for passing, but it is not.
        if (code == 4012) {
            event.getJDA().shutdownNow();
            ended(whom, code);
        }
    }

    /** A token that is reset while the gateway's line stands: nothing can be asked any more. */
    private void answered(Following whom, HttpRequestEvent event) {
        if (event.getResponse() != null
                && event.getResponse().code == 401
                && Unauthorized.isOfTheToken(event.getRoute().getCompiledRoute())
                && everReady) {
            stop(whom, Ending.refused(shard.account()));
            Thread.ofVirtual().start(event.getJDA()::shutdownNow);
        }
    }

    private void ended(Following whom, int code) {
        whom.disconnected();
        if (closed || stopped.isPresent()) {
            return;
        }
        if (code == Ending.INTENT_NOT_ALLOWED && askedForContent) {
            if (content.compareAndSet(true, false)) {
                LOG.atWarn().log(Ending.withoutContent(shard.account()));
            }
            login();
            return;
        }
        Ending.sentence(code, shard).ifPresentOrElse(why -> stop(whom, why), this::login);
    }

    private void stop(Following whom, String why) {
        lock.lock();
        try {
            if (stopped.isPresent()) {
                return;
            }
            stopped = Optional.of(why);
        } finally {
            lock.unlock();
        }
        LOG.atError().addKeyValue("account", shard).log(why);
        whom.disconnected();
        whom.stopped();
    }

    private void login() {
        Thread.ofVirtual().name("logs-in-" + shard).start(this::logInPatiently);
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
            askedForContent = content.get();
            keep(connecting.connect(askedForContent, attempt));
            attempt.loggedIn();
            return true;
        } catch (InvalidTokenException refused) {
            following.ifPresent(whom -> stop(whom, Ending.refused(shard.account())));
            return true;
        } catch (RuntimeException failed) {
            problem = Optional.of(Problems.words(failed));
            LOG.atWarn()
                    .addKeyValue("account", shard)
                    .addKeyValue("why", failed.toString())
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
