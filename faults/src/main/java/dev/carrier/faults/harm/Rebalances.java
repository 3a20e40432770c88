package dev.carrier.faults.harm;

import dev.carrier.faults.crew.Job;
import dev.carrier.faults.town.Crowd;
import dev.carrier.faults.town.Town;
import dev.carrier.sandbox.OrdersClient;

/**
 * Processors come and go while calls of the model are open: their conversations move to others in
 * mid-call.
 */
final class Rebalances {
    private static final int CALLERS = 18;
    private static final int OPEN = 6;

    private final Town town;
    private final Crowd crowd;
    private final CallsInFlight inFlight;
    private final Waits waits;

    Rebalances(Town town, Crowd crowd, CallsInFlight inFlight) {
        this.town = town;
        this.crowd = crowd;
        this.inFlight = inFlight;
        this.waits = new Waits(town.client(), town.crew());
    }

    /** One more processor comes in mid-call, works a while, and leaves in mid-call. */
    void oneMoreComesAndLeaves() {
        int another = town.crew().count(Job.PROCESSOR);
        inMidCall(() -> {
            town.crew().begin(Job.PROCESSOR, another);
            town.crew().of(Job.PROCESSOR, another).awaitReady();
        });
        crowd.talks(OPEN);
        inMidCall(() -> town.crew().dismiss(Job.PROCESSOR, another));
    }

    /**
     * A processor is told to end in mid-call, longer than it waits for its calls; it comes back.
     */
    void oneRestarts(int which) {
        inMidCall(() -> town.crew().replace(Job.PROCESSOR, which));
    }

    private void inMidCall(Runnable moving) {
        OrdersClient.Given held =
                town.client().orders().at("model").times(-1).hold("before-answer");
        long from = town.client().signals().last();
        crowd.asksInPlaces(CALLERS);
        waits.awaitSignals(
                from,
                OPEN,
                seen -> seen.where().equals("model") && seen.point().equals("before-answer"));
        inFlight.note();
        moving.run();
        inFlight.note();
        held.release();
    }
}
