package dev.carrier.ingest.instagram;

import java.time.Duration;

/** Takes what was delivered and is known to be Meta's. Thread-safe. */
interface Receiver {
    /** What is to be said of a delivery. */
    enum Answer {
        /** Kafka has all of it, or nothing follows from it. */
        TAKEN,
        /** It is no JSON. */
        MALFORMED,
        /** It is to be brought again: it is not, or not all, in Kafka. */
        AGAIN
    }

    /**
     * @param body as it came
     * @param patience within which there has to be an answer
     */
    Answer receive(byte[] body, Duration patience) throws InterruptedException;
}
