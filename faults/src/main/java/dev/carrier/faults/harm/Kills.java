package dev.carrier.faults.harm;

import dev.carrier.faults.crew.Job;
import dev.carrier.faults.town.Crowd;
import dev.carrier.faults.town.Town;
import dev.carrier.sandbox.OrdersClient;
import dev.carrier.sandbox.SignalsClient;
import dev.carrier.sandbox.SignalsClient.Seen;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Kills worker processes with work in flight, at points that the sandbox's orders hold and its
 * signals tell of. Each comes back to life at once.
 */
public final class Kills {
    public static final int ANSWERS_UNREAD = 6;

    private static final int SOME_LINES = 5;

    private final Town town;
    private final Crowd crowd;
    private final OrdersClient orders;
    private final SignalsClient signals;
    private final Waits waits;
    private final ResponderKills responder;
    private final CallsInFlight inFlight;
    private int processors;

    /** Whom, and when. */
    public enum Kind {
        PROCESSOR_UNREAD("processor, as answers of the model are on the wire"),
        RESPONDER_POSTED("responder, between a POST and its answer, nonces forgotten"),
        INGEST_CATCHING_UP("ingest, with unread messages and again in mid-catch-up"),
        PROCESSOR_ANSWERED("processor, as the first of many answers arrives"),
        RESPONDER_LEDGER("responder, between a POST and its answer, nonces and ledger lost"),
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
                processorsAreReady();
                processorBeforeItReadsTheAnswers();
            }
            case PROCESSOR_ANSWERED -> {
                processorsAreReady();
                processorAsTheFirstAnswerArrives();
            }
            case RESPONDER_POSTED -> {
                crew.of(Job.RESPONDER).awaitReady();
                responder.betweenPostAndItsAnswer();
            }
            case RESPONDER_LEDGER -> {
                crew.of(Job.RESPONDER).awaitReady();
                responder.andItsLedger();
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
        this(town, crowd, new CallsInFlight(town.client()));
    }

    /**
     * The same.
     *
     * @param inFlight is told when calls may be lost
     */
    public Kills(Town town, Crowd crowd, CallsInFlight inFlight) {
        this.inFlight = inFlight;
        this.town = town;
        this.crowd = crowd;
        this.orders = town.client().orders();
        this.signals = town.client().signals();
        this.waits = new Waits(town.client(), town.crew());
        this.responder = new ResponderKills(town, crowd, waits);
    }

    /** Those of the responder. */
    public ResponderKills responder() {
        return responder;
    }

    /** The model's calls whose result may have been lost with a processor. */
    public Set<Long> callsInFlight() {
        return inFlight.all();
    }

    /** The model has answered, the answers are on the wire, and the processor dies unread. */
    public void processorBeforeItReadsTheAnswers() {
        int victim = nextProcessor();
        var held = orders.at("model").times(-1).hold("before-answer");
        long from = signals.last();
        crowd.asksInPlaces(18);
        // More than needed: earlier orders may cut some of these connections after all.
        waits.awaitSignals(from, ANSWERS_UNREAD + 2, model("before-answer"));
        town.crew().of(Job.PROCESSOR, victim).freeze();
        inFlight.note();
        long frozen = signals.last();
        held.release();
        waits.awaitSignals(frozen, ANSWERS_UNREAD, model("after-answer"));
        town.crew().of(Job.PROCESSOR, victim).kill();
        town.crew().begin(Job.PROCESSOR, victim);
    }

    /** The model has answered a first of many calls, and the processor dies at that moment. */
    public void processorAsTheFirstAnswerArrives() {
        int victim = nextProcessor();
        var held = orders.at("model").times(-1).hold("before-answer");
        long from = signals.last();
        crowd.asksInPlaces(18);
        waits.awaitSignals(from, ANSWERS_UNREAD + 2, model("before-answer"));
        long answered = signals.last();
        inFlight.note();
        held.release();
        waits.awaitSignals(answered, 1, model("after-answer"));
        town.crew().of(Job.PROCESSOR, victim).kill();
        inFlight.note();
        town.crew().begin(Job.PROCESSOR, victim);
    }

    /** Discord has delivered what people say, and ingest dies before it reads it. */
    public void ingestBeforeItReadsWhatDiscordSent() {
        long from = signals.last();
        town.crew().of(Job.INGEST).freeze();
        crowd.talks(30);
        waits.awaitSignals(from, 20, seen -> seen.point().equals("dispatch") && isMessage(seen));
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
        waits.awaitSignals(from, 4, Waits.rest("received", "GET"));
        crowd.talks(10);
        town.crew().of(Job.INGEST).kill();
        held.release();
        crowd.talks(10);
        town.crew().begin(Job.INGEST);
    }

    private void processorsAreReady() {
        for (int at = 0; at < town.crew().count(Job.PROCESSOR); at++) {
            town.crew().of(Job.PROCESSOR, at).awaitReady();
        }
    }

    /** Where there are several processors, each is a victim in turn. */
    private int nextProcessor() {
        return processors++ % town.crew().count(Job.PROCESSOR);
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
}
