package dev.carrier.faults.instagram.harm;

import dev.carrier.contracts.AccountId;
import dev.carrier.faults.crew.Job;
import dev.carrier.faults.harm.Waits;
import dev.carrier.faults.instagram.Audience;
import dev.carrier.faults.instagram.Operator;
import dev.carrier.faults.instagram.Studio;

/** Kills the responder between any two steps of publishing, and in the middle of them. */
public final class PublishingKills {
    private static final int LINES = 3;

    private final Studio studio;
    private final Audience audience;
    private final Operator operator;
    private final Waits waits;
    private int next;

    /** Kills what this operator's posts go through, while this audience talks. */
    public PublishingKills(Studio studio, Audience audience, Operator operator) {
        this.studio = studio;
        this.audience = audience;
        this.operator = operator;
        this.waits = new Waits(studio.client(), studio.crew());
    }

    /** A post is ordered, and its responder dies at that moment; it comes back by and by. */
    public String at(Moment moment) {
        studio.crew().of(Job.RESPONDER).awaitReady();
        AccountId account = Studio.ACCOUNTS.get(next % Studio.ACCOUNTS.size());
        int pictures = 1 + next++ % 3;
        long from = studio.client().signals().last();
        var held = moment.hold(studio.client().orders());
        try {
            operator.orders(account, pictures);
            audience.talks(LINES);
            waits.awaitSignals(from, 1, moment::is);
            studio.crew().of(Job.RESPONDER).kill();
        } finally {
            // Servers execute what they have read, whoever has gone meanwhile.
            held.release();
        }
        studio.crew().begin(Job.RESPONDER);
        return "kill -9: responder, " + moment.words();
    }
}
