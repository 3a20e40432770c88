package dev.carrier.ingest.instagram;

import dev.carrier.instagram.Conversation;
import dev.carrier.instagram.GraphClient;
import dev.carrier.instagram.Media;
import dev.carrier.instagram.Page;
import dev.carrier.instagram.error.GraphProblem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Instagram for everything of one account that may not be in Kafka: the comments of its newest
 * posts, and its conversations. One thing that cannot be asked about holds up no other. For one
 * thread.
 */
final class Round {
    private static final Logger LOG = LoggerFactory.getLogger(Round.class);
    private static final int POSTS_AT_ONCE = 25;

    /** Every so many rounds posts are looked at whose number of comments is the same. */
    private static final int THOROUGH = 10;

    /** What is found by asking is late where webhooks should have brought it, or when it is old. */
    private static final int INTERVALS = 2;

    private final GraphClient graph;
    private final IngestOptions options;
    private final Marks marks;
    private final Findings findings;
    private final Asking asking;
    private final Arrivals arrivals;
    private final InstantSource clock;
    private final Map<String, Integer> comments = new HashMap<>();
    private long rounds;

    Round(
            GraphClient graph,
            IngestOptions options,
            Marks marks,
            Findings findings,
            Asking asking,
            Arrivals arrivals,
            InstantSource clock) {
        this.graph = graph.inBackground();
        this.options = options;
        this.marks = marks;
        this.findings = findings;
        this.asking = asking;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /** How one thing is asked about. */
    private interface Question {
        Harvest ask(Selection selection, Predicate<Instant> late);
    }

    /**
     * Asks once for everything.
     *
     * @throws GraphProblem when Instagram does not answer the account at all
     * @throws redis.clients.jedis.exceptions.JedisException when Redis does not answer
     */
    void run(Self self) throws InterruptedException {
        Instant since = marks.since(self.account());
        Map<String, Instant> known = marks.all(self.account());
        marks.tidy(self.account(), known);
        for (Media post : posts(self)) {
            String unit = "post:" + post.id();
            boolean same = Integer.valueOf(post.comments()).equals(comments.get(post.id()));
            if (same && rounds % THOROUGH != 0) {
                continue;
            }
            boolean whole =
                    ask(
                            self,
                            unit,
                            since,
                            Optional.ofNullable(known.get(unit)),
                            (selection, late) ->
                                    PostComments.of(
                                            graph.comments(), self, post.id(), selection, late));
            if (whole) {
                comments.put(post.id(), post.comments());
            } else {
                comments.remove(post.id());
            }
        }
        for (Conversation one : conversations(since, known)) {
            String unit = unit(one);
            ask(
                    self,
                    unit,
                    since,
                    Optional.ofNullable(known.get(unit)),
                    (selection, late) ->
                            InboxMessages.of(graph.messages(), self, one.id(), selection, late));
        }
        rounds++;
    }

    private List<Media> posts(Self self) {
        List<Media> posts = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            int some = Math.min(POSTS_AT_ONCE, options.media() - posts.size());
            Page<Media> page = graph.comments().posts(self.id(), some, after);
            posts.addAll(page.items());
            after = page.next();
        } while (after.isPresent() && posts.size() < options.media());
        asking.own(self, posts.stream().map(Media::id).toList());
        comments.keySet().retainAll(posts.stream().map(Media::id).toList());
        return posts;
    }

    /** Those in which something was said that is not known to be in Kafka. */
    private List<Conversation> conversations(Instant since, Map<String, Instant> known) {
        Instant oldest = selection(since, Optional.empty()).after();
        List<Conversation> changed = new ArrayList<>();
        Optional<String> after = Optional.empty();
        boolean past = false;
        do {
            Page<Conversation> page = graph.messages().conversations(after);
            for (Conversation one : page.items()) {
                Instant updated = one.updatedAt().orElseGet(clock::instant);
                past |= !updated.isAfter(oldest);
                boolean inKafka =
                        Optional.ofNullable(known.get(unit(one)))
                                .filter(mark -> !updated.isAfter(mark))
                                .isPresent();
                if (updated.isAfter(oldest) && !inKafka) {
                    changed.add(one);
                }
            }
            after = page.next();
        } while (after.isPresent() && !past);
        return changed;
    }

    private static String unit(Conversation one) {
        return "talk:" + one.id();
    }

    private Selection selection(Instant since, Optional<Instant> mark) {
        return Selection.at(clock.instant(), mark, since, options.within(), options.grace());
    }

    /** Whether all of it is in Kafka now. */
    private boolean ask(
            Self self, String unit, Instant since, Optional<Instant> mark, Question question)
            throws InterruptedException {
        Selection selection = selection(since, mark);
        Harvest harvest;
        try {
            harvest = question.ask(selection, this::isLate);
        } catch (GraphProblem problem) {
            passOver(unit, problem);
            return false;
        }
        Optional<List<Mapped.Happened>> taken = findings.take(self, harvest.found());
        if (taken.isEmpty()) {
            return false;
        }
        if (options.webhook().isPresent()) {
            taken.get().stream()
                    .filter(one -> !one.isOwn())
                    .forEach(one -> arrivals.found(self.account(), one));
        }
        Optional<Instant> newest = selection.mark(harvest.times());
        if (newest.isPresent() && mark.filter(it -> !it.isBefore(newest.get())).isEmpty()) {
            marks.move(self.account(), unit, newest.get());
        }
        return harvest.isWhole(selection);
    }

    /** What holds for one post or conversation only; what holds for the account is thrown on. */
    private static void passOver(String unit, GraphProblem problem) {
        switch (problem.error().trouble()) {
            case GONE, NOT_ALLOWED, WRONG, WINDOW_CLOSED, SPOILT, NOT_FETCHED, NOT_READY ->
                    LOG.atDebug()
                            .addKeyValue("unit", unit)
                            .addKeyValue("why", problem.error().name())
                            .log("Instagram does not show this");
            case HICCUP, RATE, QUOTA, BLOCKED, TOKEN -> throw problem;
        }
    }

    private boolean isLate(Instant at) {
        Duration usual =
                options.webhook().isPresent()
                        ? Duration.ZERO
                        : options.every().multipliedBy(INTERVALS);
        return at.isBefore(clock.instant().minus(usual));
    }
}
