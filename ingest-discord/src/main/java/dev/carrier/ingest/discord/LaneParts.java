package dev.carrier.ingest.discord;

import dev.carrier.contracts.AccountId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * What the lanes of one account share.
 *
 * @param account whose lanes they are
 * @param options how much may wait
 * @param room how much may wait in all lanes of the worker together
 * @param writer to Kafka
 * @param cursors to Redis
 * @param history where missed messages come from
 * @param caughtUp is told what a lane fetched, once it is in Kafka
 * @param leftOut makes dead letters
 * @param pause before what failed is tried again
 */
record LaneParts(
        AccountId account,
        IngestOptions options,
        Semaphore room,
        EventWriter writer,
        Cursors cursors,
        History history,
        CaughtUp caughtUp,
        LeftOut leftOut,
        Duration pause) {

    /** Missed messages. */
    interface History {
        /**
         * The channel's messages after the one with that id, oldest first. Tries for as long as it
         * takes; a channel that refuses has none.
         */
        List<Heard> after(long channel, long cursor) throws InterruptedException;
    }

    /** Hears of lanes that caught up. */
    interface CaughtUp {
        void accept(long channel, List<Heard> missed);
    }
}
