package dev.carrier.ingest.instagram;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Remedy;
import dev.carrier.ingest.instagram.AccountHealth.State;
import dev.carrier.instagram.GraphClient;
import dev.carrier.instagram.Me;
import dev.carrier.instagram.error.GraphError;
import dev.carrier.instagram.error.GraphProblem;
import dev.carrier.instagram.error.Trouble;
import dev.carrier.runtime.SetupProblem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisException;

/**
 * One account from its start to its end: who it is, its webhooks, and what is asked for. What stops
 * it stops no other. Its health may be read by anybody; all else is its own thread's.
 */
final class AccountLife implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AccountLife.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** Whoever is stopped may have been given another token meanwhile. */
    private static final Duration STOPPED_PAUSE = Duration.ofMinutes(5);

    /** Webhooks that were switched off in the dashboard are asked for again. */
    private static final Duration SUBSCRIBED_FOR = Duration.ofHours(1);

    private final InstagramAccount account;
    private final IngestOptions options;
    private final Identities identities;
    private final Round round;
    private final Turns turns;
    private final Arrivals arrivals;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread;

    private volatile State state = State.STARTING;
    private volatile Optional<Self> self = Optional.empty();
    private volatile List<String> subscribed = List.of();
    private volatile Optional<String> trouble = Optional.of("not connected yet");
    private volatile Optional<String> held = Optional.empty();
    private long subscribedAt;
    private Optional<String> said = Optional.empty();

    AccountLife(
            InstagramAccount account,
            IngestOptions options,
            Identities identities,
            Round round,
            Turns turns,
            Arrivals arrivals) {
        this.account = account;
        this.options = options;
        this.identities = identities;
        this.round = round;
        this.turns = turns;
        this.arrivals = arrivals;
        this.thread = Thread.ofVirtual().name("instagram-" + account.id()).unstarted(this::live);
    }

    void start() {
        thread.start();
    }

    AccountId id() {
        return account.id();
    }

    /** How it is now. */
    AccountHealth health() {
        Optional<String> token = account.trouble().get();
        Optional<String> missing = arrivals.missing(account.id());
        return new AccountHealth(
                account.id(),
                state,
                self.map(Self::username).orElse(""),
                self.map(Self::id).orElse(""),
                subscribed,
                token.or(() -> trouble),
                missing.or(() -> held));
    }

    private void live() {
        Duration pause = FIRST_PAUSE;
        try {
            do {
                Duration next = once();
                boolean failed = trouble.isPresent();
                pause = failed ? longer(pause, next) : FIRST_PAUSE;
                if (end.await((failed ? pause : next).toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            } while (true);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration longer(Duration before, Duration wished) {
        Duration doubled = before.multipliedBy(2);
        Duration next = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        return wished.compareTo(next) > 0 ? wished : next;
    }

    /** Does what is to be done now; gives the time until it is to be done again. */
    private Duration once() throws InterruptedException {
        try {
            Self me = self.isPresent() ? self.get() : identify();
            subscribe(me);
            Duration held = askAround(me);
            well(me);
            Duration next = options.asks() ? options.every() : SUBSCRIBED_FOR;
            return held.compareTo(next) > 0 ? held : next;
        } catch (GraphProblem problem) {
            return failed(problem.error());
        } catch (JedisException | SetupProblem away) {
            return deaf("what was heard before is not known: " + away.getMessage());
        } catch (RuntimeException ours) {
            LOG.atError().setCause(ours).addKeyValue("account", account.id()).log("a round failed");
            return deaf("a fault of ours: " + ours.getClass().getSimpleName());
        }
    }

    /**
     * Asks for what was not brought. Where webhooks come, it is no trouble that this must wait.
     *
     * @return how long it has to wait now; zero: as usual
     */
    private Duration askAround(Self me) throws InterruptedException {
        if (!options.asks() || !turns.take(account.id(), options.every())) {
            return Duration.ZERO;
        }
        try {
            round.run(me);
            held = Optional.empty();
            return Duration.ZERO;
        } catch (GraphProblem problem) {
            boolean passes = problem.error().remedy() == Remedy.WAIT || isHiccup(problem);
            if (subscribed.isEmpty() || !passes) {
                throw problem;
            }
            held = Optional.of("asking for what was missed waits: " + problem.error().sentence());
            return problem.error().lasts().orElse(Duration.ZERO);
        }
    }

    private static boolean isHiccup(GraphProblem problem) {
        return problem.error().trouble() == Trouble.HICCUP;
    }

    private Self identify() {
        Optional<Self> before = identities.before(account.id());
        before.ifPresent(known -> self = before);
        Me me = account.graph().me();
        Self known = identities.learn(account.id(), me);
        self = Optional.of(known);
        return known;
    }

    private void subscribe(Self me) {
        boolean due =
                subscribed.isEmpty() || System.nanoTime() - subscribedAt > SUBSCRIBED_FOR.toNanos();
        if (options.webhook().isEmpty() || !due) {
            return;
        }
        GraphClient graph = account.graph();
        List<String> fields = Subscription.ask(graph, me.id());
        subscribed = List.copyOf(fields);
        subscribedAt = System.nanoTime();
        if (!fields.containsAll(Subscription.NEEDED)) {
            LOG.atWarn()
                    .addKeyValue("account", account.id())
                    .addKeyValue("delivered", fields)
                    .log("Meta does not deliver all that is needed");
        }
    }

    private void well(Self me) {
        Optional<String> lacking =
                Subscription.NEEDED.stream()
                        .filter(_ -> options.webhook().isPresent())
                        .filter(field -> !subscribed.contains(field))
                        .findFirst()
                        .map(field ->
                                "Meta delivers no "
                                        + field
                                        + " of @"
                                        + me.username()
                                        + ": add that field to the app's webhooks in its dashboard");
        if (lacking.isPresent()) {
            deaf(lacking.get());
            return;
        }
        if (state != State.HEARING) {
            LOG.atInfo()
                    .addKeyValue("account", account.id())
                    .addKeyValue("username", me.username())
                    .addKeyValue("id", me.id())
                    .addKeyValue("webhooks", subscribed)
                    .addKeyValue("asks every", options.every())
                    .log("hears on Instagram");
        }
        state = State.HEARING;
        trouble = Optional.empty();
        arrivals.missing(account.id()).ifPresent(this::sayOnce);
    }

    private Duration failed(GraphError error) {
        return switch (error.trouble()) {
            case TOKEN, BLOCKED -> {
                identities.giveUp(account.id());
                state = State.STOPPED;
                trouble = Optional.of(error.sentence());
                sayOnce(error.sentence());
                yield STOPPED_PAUSE;
            }
            case NOT_ALLOWED, WRONG, GONE, WINDOW_CLOSED, SPOILT, NOT_FETCHED -> {
                identities.giveUp(account.id());
                deaf(
                        "Meta refuses: "
                                + error.sentence()
                                + ". The app needs the permissions instagram_business_basic,"
                                + " instagram_business_manage_comments and"
                                + " instagram_business_manage_messages");
                yield STOPPED_PAUSE;
            }
            case HICCUP, RATE, QUOTA, NOT_READY -> {
                deaf(error.sentence());
                yield error.lasts().orElse(Duration.ZERO);
            }
        };
    }

    private Duration deaf(String why) {
        state = self.isPresent() ? State.DEAF : State.STARTING;
        trouble = Optional.of(why);
        sayOnce(why);
        return Duration.ZERO;
    }

    private void sayOnce(String sentence) {
        if (!said.equals(Optional.of(sentence))) {
            said = Optional.of(sentence);
            LOG.atWarn().addKeyValue("account", account.id()).log(sentence);
        }
    }

    @Override
    public void close() {
        end.countDown();
        thread.interrupt();
    }
}
