package dev.carrier.ingest.discord;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Makes the record of what was heard in one channel. Between two sessions JDA knows a server by
 * halves, which passes; what is not understood even then must not stop its channel: it ends as a
 * dead letter. Thread-safe.
 */
final class Understanding {
    private static final Logger LOG = LoggerFactory.getLogger(Understanding.class);
    private static final int ATTEMPTS = 10;

    private final long channel;
    private final LaneParts parts;
    private final BooleanSupplier shut;
    private final BooleanSupplier closed;

    /**
     * @param shut whether there is no session, so that an attempt proves nothing
     * @param closed whether the lane ends, so that the next start may try
     */
    Understanding(long channel, LaneParts parts, BooleanSupplier shut, BooleanSupplier closed) {
        this.channel = channel;
        this.parts = parts;
        this.shut = shut;
        this.closed = closed;
    }

    /**
     * Its event or its dead letter; empty when there is nothing to tell.
     *
     * @throws InterruptedException when the lane was closed before it was understood
     */
    Optional<ProducerRecord<byte[], byte[]>> recordOf(Heard heard) throws InterruptedException {
        for (int attempt = 1; ; ) {
            try {
                return heard.event()
                        .tell()
                        .map(event -> EventWriter.toRecord(parts.account(), event));
            } catch (RuntimeException problem) {
                // However long it takes until there is a session again: it does not count.
                attempt += shut.getAsBoolean() ? 0 : 1;
                boolean last = attempt > ATTEMPTS || closed.getAsBoolean();
                LOG.atLevel(last ? Level.ERROR : Level.WARN)
                        .addKeyValue("account", parts.account())
                        .addKeyValue("channel", channel)
                        .setCause(problem)
                        .addKeyValue("message", heard.mark())
                        .log(last ? "not understood and left out" : "not understood yet");
                if (last) {
                    return leftOut(heard, problem);
                }
                Thread.sleep(parts.pause());
            }
        }
    }

    private Optional<ProducerRecord<byte[], byte[]>> leftOut(Heard heard, RuntimeException why)
            throws InterruptedException {
        if (closed.getAsBoolean()) {
            throw new InterruptedException("the next start fetches it");
        }
        return Optional.of(parts.leftOut().letter(channel, heard, why));
    }
}
