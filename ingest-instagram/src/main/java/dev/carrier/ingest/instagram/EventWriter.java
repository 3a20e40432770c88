package dev.carrier.ingest.instagram;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Headers;
import dev.carrier.contracts.Topics;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.Records;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes events to Kafka and says within a deadline whether Kafka has them. Meta waits for the
 * answer, so nothing is tried for longer than that: it brings again what was not taken.
 * Thread-safe.
 */
final class EventWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventWriter.class);

    /**
     * Kafka's client tries for two minutes and holds what it tries in memory; meanwhile Meta would
     * have brought the same again.
     */
    private static final Map<String, Object> HASTY =
            Map.of(
                    "max.block.ms",
                    "1000",
                    "request.timeout.ms",
                    "2500",
                    "delivery.timeout.ms",
                    "3000");

    private final Supplier<? extends Producer<byte[], byte[]>> producers;
    private final Seldom seldom = new Seldom(Duration.ofMinutes(1));
    private final ReentrantLock lock = new ReentrantLock();
    private Producer<byte[], byte[]> producer;
    private volatile boolean away;

    /**
     * @param producers makes a producer with acks=all and idempotence; asked again when one breaks
     */
    EventWriter(Supplier<? extends Producer<byte[], byte[]>> producers) {
        this.producers = producers;
        this.producer = producers.get();
    }

    /** One whose producers give up before Meta does. */
    static EventWriter to(KafkaClients kafka) {
        return new EventWriter(() -> kafka.producer("ingest-instagram", HASTY));
    }

    /** Whether Kafka did not take what was written last. */
    boolean isAway() {
        return away;
    }

    /**
     * Writes all, in their order.
     *
     * @param patience how long Kafka may take
     * @return whether Kafka has all of them
     */
    boolean write(List<ProducerRecord<byte[], byte[]>> records, Duration patience)
            throws InterruptedException {
        if (records.isEmpty()) {
            return true;
        }
        long end = System.nanoTime() + patience.toNanos();
        var current = current();
        boolean taken = attempt(current, records, end);
        away = !taken;
        return taken;
    }

    private boolean attempt(
            Producer<byte[], byte[]> current,
            List<ProducerRecord<byte[], byte[]>> records,
            long end)
            throws InterruptedException {
        try {
            List<Future<?>> sent = new ArrayList<>();
            for (var record : records) {
                Future<?> one = current.send(record);
                sent.add(one);
                if (one.state() == Future.State.FAILED && !isTooLarge(one.exceptionNow())) {
                    return refused(current, one.exceptionNow());
                }
            }
            for (Future<?> one : sent) {
                await(one, Math.max(0, end - System.nanoTime()));
            }
            return true;
        } catch (InterruptException stopped) {
            throw (InterruptedException) new InterruptedException().initCause(stopped);
        } catch (TimeoutException slow) {
            return refused(current, slow);
        } catch (ExecutionException failed) {
            Throwable why = failed.getCause();
            return refused(current, why == null ? failed : why);
        } catch (KafkaException | IllegalStateException broken) {
            return refused(current, broken);
        }
    }

    private static void await(Future<?> one, long nanos)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            one.get(nanos, TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            if (!isTooLarge(one.exceptionNow())) {
                throw failed;
            }
            // It would be refused for ever, and with it all that Meta brings beside it.
            LOG.atError().setCause(failed).log("an event is too large for Kafka and is left out");
        }
    }

    private static boolean isTooLarge(Throwable why) {
        return why instanceof RecordTooLargeException;
    }

    private boolean refused(Producer<byte[], byte[]> broken, Throwable why) {
        if (seldom.now(why.getClass().getSimpleName())) {
            LOG.atWarn()
                    .addKeyValue("why", why.getClass().getSimpleName())
                    .log("Kafka does not take events; Meta is asked to bring them again");
        }
        if (!(why instanceof RetriableException) && !(why instanceof TimeoutException)) {
            replace(broken);
        }
        return false;
    }

    private void replace(Producer<byte[], byte[]> broken) {
        lock.lock();
        try {
            if (producer.equals(broken)) {
                broken.close(Duration.ZERO);
                producer = producers.get();
            }
        } finally {
            lock.unlock();
        }
    }

    private Producer<byte[], byte[]> current() {
        lock.lock();
        try {
            return producer;
        } finally {
            lock.unlock();
        }
    }

    /** An event as it is published. */
    static ProducerRecord<byte[], byte[]> toRecord(AccountId account, Mapped.Happened happened) {
        return Records.of(
                Topics.EVENTS,
                happened.in().conversation(),
                happened.event(),
                Map.of(Headers.ACCOUNT, account.value()));
    }

    @Override
    public void close() {
        current().close(Duration.ofSeconds(2));
    }
}
