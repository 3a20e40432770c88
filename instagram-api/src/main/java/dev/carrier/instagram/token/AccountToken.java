package dev.carrier.instagram.token;

import dev.carrier.contracts.AccountId;
import dev.carrier.instagram.NewToken;
import dev.carrier.instagram.TokenSource;
import dev.carrier.instagram.error.GraphError;
import dev.carrier.instagram.error.GraphProblem;
import dev.carrier.instagram.error.Trouble;
import dev.carrier.runtime.settings.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The token of one account: what the settings say, or what came of refreshing that. Refreshed by
 * one process only; the others take what it kept. Thread-safe; a refresh blocks who asks for it.
 */
public final class AccountToken implements TokenSource {
    private static final Logger log = LoggerFactory.getLogger(AccountToken.class);
    private static final Duration USUAL_LIFE = Duration.ofDays(60);
    private static final Duration NEAR_ITS_END = Duration.ofDays(7);

    private final AccountId account;
    private final Secret settings;
    private final Optional<TokenStore> store;
    private final Refresher refresher;
    private final InstantSource clock;

    // Read without the lock: nobody who calls waits for a refresh.
    private volatile Optional<KeptToken> now = Optional.empty();
    private volatile Optional<String> dead = Optional.empty();
    private volatile Optional<String> notRefreshed = Optional.empty();
    private boolean saved;

    /**
     * @param settings the token of the settings
     * @param store where refreshed ones are kept; without one none is refreshed
     */
    public AccountToken(
            AccountId account,
            Secret settings,
            Optional<TokenStore> store,
            Refresher refresher,
            InstantSource clock) {
        this.account = account;
        this.settings = settings;
        this.store = store;
        this.refresher = refresher;
        this.clock = clock;
    }

    @Override
    public String token() {
        return kept().token();
    }

    @Override
    public void accepted(String token) {
        if (dead.isPresent() && kept().token().equals(token)) {
            dead = Optional.empty();
        }
    }

    @Override
    public synchronized boolean refused(String token, GraphError error) {
        load();
        if (!kept().token().equals(token)) {
            return true;
        }
        boolean hasExpired = error.subcode() == 463;
        if (!hasExpired && RefreshPlan.mayTry(kept(), clock.instant())) {
            refresh(true);
        }
        if (kept().token().equals(token)) {
            dead = Optional.of(error.sentence());
            return false;
        }
        return true;
    }

    /** Takes what others refreshed, and refreshes when it is time. To be called now and then. */
    public synchronized void check() {
        load();
        if (RefreshPlan.isDue(kept(), clock.instant())) {
            refresh(false);
        }
    }

    /**
     * Refreshes it now, though it may not be time.
     *
     * @return why it was not refreshed, in a sentence; empty when it was
     */
    public synchronized Optional<String> refreshNow() {
        if (store.isEmpty()) {
            return Optional.of("without CARRIER_KEY a refreshed token cannot be kept");
        }
        load();
        if (kept().hasExpired(clock.instant())) {
            return Optional.of("it has expired, and only a living one can be refreshed");
        }
        if (!RefreshPlan.mayTry(kept(), clock.instant())) {
            Instant tried = kept().tried().orElseThrow();
            return Optional.of(
                    "that was tried at "
                            + tried.truncatedTo(ChronoUnit.SECONDS)
                            + ", and is not tried twice within 24 hours");
        }
        String before = kept().token();
        notRefreshed = Optional.empty();
        refresh(true);
        return kept().token().equals(before)
                ? notRefreshed.or(() -> Optional.of("another process refreshes it just now"))
                : Optional.empty();
    }

    /** What a person must do, in a sentence; empty when the token lives. */
    public Optional<String> trouble() {
        Instant moment = clock.instant();
        Optional<String> expired =
                kept().expires()
                        .filter(end -> !end.isAfter(moment))
                        .map(end -> "the token expired at " + end + " and cannot be refreshed");
        return dead.or(() -> expired)
                .map(why ->
                        account
                                + ": "
                                + why
                                + ". Make a new token in Meta's dashboard (Instagram, API setup),"
                                + " and put it into "
                                + where());
    }

    /** What an operator should know although the token lives. */
    public Optional<String> warning() {
        if (store.isEmpty()) {
            return Optional.of(
                    account
                            + ": without CARRIER_KEY a refreshed token cannot be kept, so none is"
                            + " refreshed: it dies 60 days after it was made");
        }
        Instant soon = clock.instant().plus(NEAR_ITS_END);
        return kept().expires()
                .filter(end -> end.isBefore(soon))
                .map(end ->
                        account
                                + ": the token expires at "
                                + end
                                + " and could not be refreshed yet"
                                + notRefreshed.map(why -> ": " + why).orElse(""))
                .or(() ->
                        notRefreshed.map(
                                why -> account + ": the token could not be refreshed: " + why));
    }

    /** When it expires, as far as that is known. */
    public Optional<Instant> expires() {
        return kept().expires();
    }

    /** When it was refreshed, or first seen in the settings. */
    public Instant since() {
        return kept().since();
    }

    private KeptToken kept() {
        return now.orElseGet(this::first);
    }

    private synchronized KeptToken first() {
        if (now.isEmpty()) {
            load();
        }
        KeptToken first =
                now.orElseGet(() -> KeptToken.firstSeen(settings.value(), clock.instant()));
        now = Optional.of(first);
        return first;
    }

    /** Takes what is kept, or keeps what is there. */
    private void load() {
        if (store.isEmpty()) {
            return;
        }
        try {
            Optional<KeptToken> stored = store.get().load(account, settings.value());
            if (stored.isPresent() && !isOlder(stored.get())) {
                if (now.filter(it -> it.token().equals(stored.get().token())).isEmpty()) {
                    dead = Optional.empty();
                }
                now = stored;
                saved = true;
            } else if (!saved || stored.isEmpty()) {
                KeptToken ours =
                        now.orElseGet(() -> KeptToken.firstSeen(settings.value(), clock.instant()));
                now = Optional.of(ours);
                store.get().save(account, settings.value(), ours);
                saved = true;
            }
        } catch (JedisException problem) {
            log.atWarn()
                    .addKeyValue("account", account)
                    .addKeyValue("problem", problem.getMessage())
                    .log("redis is away: the token at hand is used");
        }
    }

    /** Whether what is kept is older than what could not be saved when it came. */
    private boolean isOlder(KeptToken stored) {
        return !saved
                && now.filter(it -> it.expires().isPresent() && it.since().isAfter(stored.since()))
                        .isPresent();
    }

    private void refresh(boolean refused) {
        if (store.isEmpty()) {
            return;
        }
        try {
            store.get()
                    .alone(
                            account,
                            () -> {
                                load();
                                Instant moment = clock.instant();
                                if (refused
                                        ? RefreshPlan.mayTry(kept(), moment)
                                        : RefreshPlan.isDue(kept(), moment)) {
                                    exchange(store.get(), moment);
                                }
                            });
        } catch (JedisException problem) {
            // Not kept it would be lost with this process, and the one before is still good.
            notRefreshed = Optional.of("Redis is away");
        }
    }

    private void exchange(TokenStore into, Instant moment) {
        KeptToken before = kept();
        // The mark comes first: whoever dies here is not followed by a storm of attempts.
        into.save(account, settings.value(), before.tried(Optional.of(moment)));
        now = Optional.of(before.tried(Optional.of(moment)));
        try {
            NewToken fresh = refresher.refresh(before.token());
            Duration lasts = fresh.lasts().isPositive() ? fresh.lasts() : USUAL_LIFE;
            now =
                    Optional.of(
                            new KeptToken(
                                    fresh.token(),
                                    moment,
                                    Optional.of(moment.plus(lasts)),
                                    Optional.of(moment)));
            saved = false;
            dead = Optional.empty();
            notRefreshed = Optional.empty();
            into.save(account, settings.value(), kept());
            saved = true;
            log.atInfo()
                    .addKeyValue("account", account)
                    .addKeyValue("expires", moment.plus(lasts))
                    .log("token refreshed");
        } catch (GraphProblem problem) {
            failed(into, before, problem.error());
        }
    }

    private void failed(TokenStore into, KeptToken before, GraphError error) {
        notRefreshed = Optional.of(error.sentence());
        if (error.trouble() == Trouble.TOKEN) {
            dead = Optional.of(error.sentence());
        } else if (error.trouble() == Trouble.HICCUP || error.trouble() == Trouble.RATE) {
            // Nobody said no: it is tried again at the next check.
            now = Optional.of(before);
            into.save(account, settings.value(), before);
        }
        log.atWarn()
                .addKeyValue("account", account)
                .addKeyValue("why", error.sentence())
                .log("token not refreshed");
    }

    /** The variable that holds the token of the settings, for people. */
    public String where() {
        return settings.variable().isEmpty() ? "the settings" : settings.variable();
    }
}
