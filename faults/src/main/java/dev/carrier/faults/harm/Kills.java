package dev.carrier.faults.harm;

import dev.carrier.faults.crew.Job;
import dev.carrier.faults.crew.Until;
import dev.carrier.faults.judge.Recorded;
import dev.carrier.faults.town.Crowd;
import dev.carrier.faults.town.Town;
import dev.carrier.sandbox.OrdersClient;
import dev.carrier.sandbox.SeenCall;
import dev.carrier.sandbox.SeenMessage;
import dev.carrier.sandbox.SignalsClient;
import dev.carrier.sandbox.SignalsClient.Seen;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import redis.clients.jedis.RedisClient;

/**
 * Kills worker processes with work in flight, at points that the sandbox's orders hold and its
 * signals tell of. Each comes back to life at once.
 */
public final class Kills {
    public static final int ANSWERS_UNREAD = 6;
    public static final int POSTS_UNANSWERED = 3;

    private static final int SOME_LINES = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern CHANNEL = Pattern.compile("/channels/(\\d+)/");

    /** What the model answered less than this before a kill may not have been committed. */
    private static final Duration COMMIT = Duration.ofSeconds(10);

    private final Town town;
    private final Crowd crowd;
    private final OrdersClient orders;
    private final SignalsClient signals;
    private final Set<Long> callsInFlight = new HashSet<>();
    private final Set<String> shownToNobody = new HashSet<>();
    private final Set<String> shownAndForgotten = new HashSet<>();
    private Set<String> unguarded = Set.of();
    private long duplicatesBefore;

    /** Whom, and when. */
    public enum Kind {
        PROCESSOR_UNREAD("processor, as answers of the model are on the wire"),
        RESPONDER_POSTED("responder, between a POST and its answer, nonces forgotten"),
        INGEST_CATCHING_UP("ingest, with unread messages and again in mid-catch-up"),
        PROCESSOR_ANSWERED("processor, as the first of many answers arrives"),
        RESPONDER_LEDGER("responder, between a POST and its answer, ledger lost"),
        MEMORY("memory-service, as people talk");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** The kind in words. */
        public String words() {
            return words;
        }
    }

    /**
     * Kills one, once it is well and has work in flight; it comes back by and by.
     *
     * @return how many processes were killed
     */
    public int strike(Kind kind) {
        var crew = town.crew();
        switch (kind) {
            case PROCESSOR_UNREAD -> {
                crew.of(Job.PROCESSOR).awaitReady();
                processorBeforeItReadsTheAnswers();
            }
            case PROCESSOR_ANSWERED -> {
                crew.of(Job.PROCESSOR).awaitReady();
                processorAsTheFirstAnswerArrives();
            }
            case RESPONDER_POSTED -> {
                crew.of(Job.RESPONDER).awaitReady();
                responderBetweenPostAndItsAnswer();
            }
            case RESPONDER_LEDGER -> {
                crew.of(Job.RESPONDER).awaitReady();
                responderAndItsLedger();
            }
            case INGEST_CATCHING_UP -> {
                crew.of(Job.INGEST).awaitReady();
                ingestBeforeItReadsWhatDiscordSent();
                ingestInTheMiddleOfCatchingUp();
                return 2;
            }
            case MEMORY -> {
                crowd.talks(SOME_LINES);
                crew.of(Job.MEMORY).kill();
                crowd.talks(SOME_LINES);
                crew.begin(Job.MEMORY);
            }
        }
        return 1;
    }

    /** Kills workers of this town while this crowd talks. */
    public Kills(Town town, Crowd crowd) {
        this.town = town;
        this.crowd = crowd;
        this.orders = town.client().orders();
        this.signals = town.client().signals();
    }

    /** The model's calls whose result may have been lost with a processor. */
    public Set<Long> callsInFlight() {
        return Set.copyOf(callsInFlight);
    }

    /** Responses that stood on Discord when their responder died before it was told so. */
    public Set<String> shownToNobody() {
        return Set.copyOf(shownToNobody);
    }

    /** The same, where the ledger was lost too: only Discord knew them. */
    public Set<String> shownAndForgotten() {
        return Set.copyOf(shownAndForgotten);
    }

    /** How often Discord recognised a nonce since the ledger was lost. */
    public long duplicatesSinceThen() {
        return duplicates() - duplicatesBefore;
    }

    /** The model has answered, the answers are on the wire, and the processor dies unread. */
    public void processorBeforeItReadsTheAnswers() {
        var held = orders.at("model").times(-1).hold("before-answer");
        long from = signals.last();
        crowd.asksInPlaces(18);
        // More than needed: earlier orders may cut some of these connections after all.
        awaitSignals(from, ANSWERS_UNREAD + 2, model("before-answer"));
        town.crew().of(Job.PROCESSOR).freeze();
        noteCallsInFlight();
        long frozen = signals.last();
        held.release();
        awaitSignals(frozen, ANSWERS_UNREAD, model("after-answer"));
        town.crew().of(Job.PROCESSOR).kill();
        town.crew().begin(Job.PROCESSOR);
    }

    /** The model has answered a first of many calls, and the processor dies at that moment. */
    public void processorAsTheFirstAnswerArrives() {
        var held = orders.at("model").times(-1).hold("before-answer");
        long from = signals.last();
        crowd.asksInPlaces(18);
        awaitSignals(from, ANSWERS_UNREAD + 2, model("before-answer"));
        long answered = signals.last();
        noteCallsInFlight();
        held.release();
        awaitSignals(answered, 1, model("after-answer"));
        town.crew().of(Job.PROCESSOR).kill();
        noteCallsInFlight();
        town.crew().begin(Job.PROCESSOR);
    }

    /**
     * Discord shows messages, and the responder dies before it is told so. When it comes back,
     * Discord has forgotten the nonces, as after some minutes: only a look can find what stands.
     */
    public void responderBetweenPostAndItsAnswer() {
        awaitBothGuards();
        shownToNobody.addAll(responderDies());
        town.discord().forgetsNonces();
        town.crew().begin(Job.RESPONDER);
    }

    /** The same, and its ledger is lost with it: only the nonce is left. */
    public void responderAndItsLedger() {
        awaitBothGuards();
        shownAndForgotten.addAll(responderDies());
        forgetsLedger();
        duplicatesBefore = duplicates();
        town.crew().begin(Job.RESPONDER);
    }

    /**
     * Ledger and nonce guard each other: whatever has just lost one of them keeps the other until
     * its delivery is on record. In the world, too, they are not lost within the same minute.
     */
    private void awaitBothGuards() {
        Until.holds(
                "what lost one of its guards is delivered",
                PATIENCE.multipliedBy(2),
                Duration.ofSeconds(1),
                () -> Collections.disjoint(unguarded, Recorded.read(town.kafka()).open()));
    }

    private void forgetsLedger() {
        // A connection of its own: Redis may have been killed since the last one was used.
        try (var redis = RedisClient.create(URI.create(town.store().url()))) {
            redis.keys("c:1:sent:*").forEach(redis::del);
        }
    }

    private Set<String> responderDies() {
        var held =
                orders.at("discord.rest")
                        .method("POST")
                        .path("/messages$")
                        .times(-1)
                        .hold("before-answer");
        long from = signals.last();
        crowd.asksInPlaces(12);
        try {
            Until.holds(
                    "Discord shows messages and has not answered",
                    PATIENCE,
                    () -> unansweredPosts(from).size() > POSTS_UNANSWERED);
        } catch (Until.NotInTime late) {
            throw late("only in " + unansweredPosts(from), late);
        }
        town.crew().of(Job.RESPONDER).kill();
        var shown =
                unansweredPosts(from).stream()
                        .map(channel -> town.discord().messages(channel).reversed())
                        .map(messages -> messages.stream().filter(SeenMessage::bot).findFirst())
                        .map(newest -> newest.orElseThrow().nonce().orElseThrow())
                        .collect(Collectors.toSet());
        held.release();
        unguarded = Recorded.read(town.kafka()).open();
        return shown;
    }

    /** The channels in which a message stands whose sender has not been told so. */
    private Set<String> unansweredPosts(long from) {
        var seen = signals.after(from, Duration.ZERO);
        var waiting = channels(seen, rest("before-answer", "POST"));
        channels(seen, rest("after-answer", "POST")).forEach(waiting::remove);
        return Set.copyOf(waiting);
    }

    private static List<String> channels(List<Seen> seen, Predicate<Seen> wanted) {
        return seen.stream()
                .filter(wanted)
                .flatMap(one -> CHANNEL.matcher(one.path()).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private long duplicates() {
        return town.bots().values().stream()
                .mapToLong(bot -> town.discord().counted("nonceDuplicates", bot.name()))
                .sum();
    }

    /** Discord has delivered what people say, and ingest dies before it reads it. */
    public void ingestBeforeItReadsWhatDiscordSent() {
        long from = signals.last();
        town.crew().of(Job.INGEST).freeze();
        crowd.talks(30);
        awaitSignals(from, 20, seen -> seen.point().equals("dispatch") && isMessage(seen));
        town.crew().of(Job.INGEST).kill();
        crowd.talks(20);
    }

    /**
     * Ingest comes back, and dies when it has asked for two channels' history and not the others'.
     */
    public void ingestInTheMiddleOfCatchingUp() {
        var held =
                orders.at("discord.rest")
                        .method("GET")
                        .path("/messages$")
                        .after(2)
                        .times(-1)
                        .hold("received");
        long from = signals.last();
        town.crew().begin(Job.INGEST);
        // Two pass, unless another order has them fail: the others are held.
        awaitSignals(from, 4, rest("received", "GET"));
        crowd.talks(10);
        town.crew().of(Job.INGEST).kill();
        held.release();
        crowd.talks(10);
        town.crew().begin(Job.INGEST);
    }

    private void noteCallsInFlight() {
        var then = Instant.now().minus(COMMIT);
        town.client().model().calls().stream()
                .filter(call ->
                        call.took().isEmpty() || call.at().plus(call.took().get()).isAfter(then))
                .map(SeenCall::seq)
                .forEach(callsInFlight::add);
    }

    private List<Seen> awaitSignals(long from, int count, Predicate<Seen> wanted) {
        var found = new ArrayList<Seen>();
        while (found.size() < count) {
            long after = found.isEmpty() ? from : found.getLast().seq();
            try {
                found.add(signals.await(after, PATIENCE, wanted));
            } catch (IllegalStateException e) {
                throw late("only %d of %d signals".formatted(found.size(), count), e);
            }
        }
        return found;
    }

    private IllegalStateException late(String what, IllegalStateException cause) {
        return new IllegalStateException(
                "%s: %s; the model has %d calls open%n%s"
                        .formatted(
                                cause.getMessage(),
                                what,
                                town.client().model().open(),
                                town.crew().tails()),
                cause);
    }

    private static boolean isMessage(Seen seen) {
        return seen.method().equals("MESSAGE_CREATE");
    }

    private static Predicate<Seen> model(String point) {
        return seen ->
                seen.where().equals("model")
                        && seen.point().equals(point)
                        && seen.method().equals("POST");
    }

    private static Predicate<Seen> rest(String point, String method) {
        return seen ->
                seen.where().equals("discord.rest")
                        && seen.point().equals(point)
                        && seen.method().equals(method)
                        && seen.path().endsWith("/messages");
    }
}
