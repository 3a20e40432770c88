package dev.carrier.faults.instagram.harm;

import dev.carrier.contracts.AccountId;
import dev.carrier.faults.crew.Job;
import dev.carrier.faults.crew.Until;
import dev.carrier.faults.harm.Waits;
import dev.carrier.faults.instagram.Audience;
import dev.carrier.faults.instagram.Operator;
import dev.carrier.faults.instagram.Studio;
import dev.carrier.sandbox.SignalsClient.Seen;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Kills workers with answers and webhooks in flight. Each comes back by and by. */
public final class AnswerKills {
    private static final int EACH = 4;

    /** Instagram lets the twenty latest messages of a conversation be read. */
    private static final int READABLE = 20;

    /**
     * What is held is executed when it is let go. Who sent it must not have given it up before, or
     * it would be executed after it was looked for and not found.
     */
    private static final Duration HELD = Duration.ofSeconds(8);

    private final Studio studio;
    private final Audience audience;
    private final Operator operator;
    private final Waits waits;

    /** Whom, and when. */
    public enum Kind {
        RESPONDER_POSTED("responder, comments, messages and a post are out and it is not told so"),
        INGEST_UNREAD("ingest, with webhooks that it has not read"),
        RESPONDER_OUT_OF_SIGHT(
                "responder, with messages out, of which one is soon out of sight below many newer"),
        INGEST_UNACKNOWLEDGED("ingest, with webhooks that wait for Kafka"),
        PROCESSOR("processor, as answers of the model are on the wire"),
        RESPONDER_UNSENT("responder, before it has sent anything"),
        MEMORY("memory-service, as people talk");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** Kills workers of this studio while this audience talks. */
    public AnswerKills(Studio studio, Audience audience, Operator operator) {
        this.studio = studio;
        this.audience = audience;
        this.operator = operator;
        this.waits = new Waits(studio.client(), studio.crew());
    }

    /** Kills one, once it is well and has work in flight. Gives it in words. */
    public String strike(Kind kind) {
        switch (kind) {
            case RESPONDER_POSTED -> responder("before-answer", 0);
            case RESPONDER_OUT_OF_SIGHT -> responder("before-answer", READABLE + 1);
            case RESPONDER_UNSENT -> responder("received", 0);
            case INGEST_UNREAD -> ingestUnread();
            case INGEST_UNACKNOWLEDGED -> ingestUnacknowledged();
            case PROCESSOR -> processor();
            case MEMORY -> {
                audience.talks(EACH);
                studio.crew().of(Job.MEMORY).kill();
                audience.talks(EACH);
                studio.crew().begin(Job.MEMORY);
            }
        }
        return "kill -9: " + kind.words;
    }

    /**
     * @param more lines that are written to one of those who wait, before the next one looks
     */
    private void responder(String point, int more) {
        studio.crew().of(Job.RESPONDER).awaitReady();
        var orders = studio.client().orders();
        long from = studio.client().signals().last();
        var held =
                Stream.of("/replies$", "/messages$", "/media_publish$")
                        .map(path ->
                                orders.at("instagram.graph")
                                        .method("POST")
                                        .path(path)
                                        // Typing goes the same way, and is nobody's answer.
                                        .contains(path.startsWith("/messages") ? "\"text\"" : "")
                                        .times(-1)
                                        .hold(point))
                        .toList();
        try {
            operator.orders(account(), 1);
            audience.comments(EACH);
            audience.writes(EACH);
            var inFlight =
                    List.<Predicate<Seen>>of(
                            seen -> posts(seen, point, "/replies"),
                            seen -> posts(seen, point, "/messages"),
                            seen -> posts(seen, point, "/media_publish"));
            waits.awaitSome(from, List.of(EACH, EACH, 1), inFlight, HELD);
            studio.crew().of(Job.RESPONDER).kill();
            audience.writesOn(more);
        } finally {
            held.forEach(one -> one.release());
        }
        studio.crew().begin(Job.RESPONDER);
    }

    private AccountId account() {
        List<AccountId> accounts = Studio.ACCOUNTS;
        return accounts.get(operator.ordered().size() % accounts.size());
    }

    private static boolean posts(Seen seen, String point, String path) {
        return seen.where().equals("instagram.graph")
                && seen.point().equals(point)
                && seen.method().equals("POST")
                && seen.path().endsWith(path)
                && (!path.equals("/messages") || seen.excerpt().contains("\"text\""));
    }

    /** Meta's calls are in its socket, and it dies before it has read them. */
    private void ingestUnread() {
        studio.crew().of(Job.INGEST_INSTAGRAM).awaitReady();
        long from = studio.client().signals().last();
        studio.crew().of(Job.INGEST_INSTAGRAM).freeze();
        audience.talks(10);
        waits.awaitSignals(from, 4, AnswerKills::webhook);
        studio.crew().of(Job.INGEST_INSTAGRAM).kill();
        audience.talks(EACH);
        studio.crew().begin(Job.INGEST_INSTAGRAM);
    }

    /** It has read them, and dies while Kafka has not taken what is in them, or has. */
    private void ingestUnacknowledged() {
        studio.crew().of(Job.INGEST_INSTAGRAM).awaitReady();
        long from = studio.client().signals().last();
        studio.servers().broker().freeze();
        try {
            audience.talks(10);
            waits.awaitSignals(from, 4, AnswerKills::webhook);
            Until.pause(Duration.ofMillis(500));
            studio.crew().of(Job.INGEST_INSTAGRAM).kill();
        } finally {
            studio.servers().broker().thaw();
        }
        studio.crew().begin(Job.INGEST_INSTAGRAM);
    }

    private void processor() {
        studio.crew().of(Job.PROCESSOR).awaitReady();
        long from = studio.client().signals().last();
        var held = studio.client().orders().at("model").times(-1).hold("before-answer");
        try {
            operator.orders(account(), 2);
            audience.comments(EACH);
            audience.writes(EACH);
            waits.awaitSignals(
                    from,
                    EACH,
                    seen ->
                            seen.where().equals("model")
                                    && seen.point().equals("before-answer")
                                    && seen.method().equals("POST"));
            studio.crew().of(Job.PROCESSOR).kill();
        } finally {
            held.release();
        }
        studio.crew().begin(Job.PROCESSOR);
    }

    private static boolean webhook(Seen seen) {
        return seen.where().equals("instagram.webhook") && seen.point().equals("dispatch");
    }
}
