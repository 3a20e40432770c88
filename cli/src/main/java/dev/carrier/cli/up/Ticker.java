package dev.carrier.cli.up;

import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Result;
import dev.carrier.contracts.Step;
import dev.carrier.contracts.Topics;
import dev.carrier.contracts.Unreadable;
import dev.carrier.runtime.kafka.KafkaClients;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/**
 * One line for each turn that ends, and for silences: when, where, how, and what took the time.
 * Reads along from now on, on a thread of its own. Thread-safe.
 */
public final class Ticker implements AutoCloseable {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Consumer<byte[], byte[]> consumer;
    private final Screen screen;
    private final ZoneId zone;
    private final Happenings happenings;
    private final CountDownLatch ended = new CountDownLatch(1);

    /**
     * Begins; what is decided after it returns has its line.
     *
     * @param accounts how many accounts there are
     * @param zone of the times that it prints
     */
    public Ticker(KafkaClients kafka, Screen screen, int accounts, ZoneId zone) {
        this.consumer = kafka.reader("carrier-ticker");
        this.screen = screen;
        this.zone = zone;
        this.happenings = new Happenings(accounts);
        Set<TopicPartition> all = new HashSet<>();
        for (var topic : List.of(Topics.EVENTS, Topics.STEPS, Topics.RESULTS, Topics.JOURNAL)) {
            consumer.partitionsFor(topic.name())
                    .forEach(info -> all.add(new TopicPartition(info.topic(), info.partition())));
        }
        consumer.assign(all);
        consumer.seekToEnd(all);
        all.forEach(consumer::position);
        Thread.ofPlatform().daemon().name("ticker").start(this::run);
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            if (!ended.await(5, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (consumer) {
            while (true) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    take(record);
                }
                print(happenings.due(Instant.now()));
            }
        } catch (WakeupException closing) {
            return;
        } catch (KafkaException problem) {
            screen.warn("ticker", "no more lines here: " + problem.getClass().getSimpleName());
        } finally {
            ended.countDown();
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            if (record.topic().equals(Topics.EVENTS.name())) {
                happenings.heard(Json.read(Topics.EVENTS, record.value()));
            } else if (record.topic().equals(Topics.STEPS.name())) {
                if (Json.read(Topics.STEPS, record.value()) instanceof Step.Think think) {
                    happenings.asked(think);
                }
            } else if (record.topic().equals(Topics.RESULTS.name())) {
                if (Json.read(Topics.RESULTS, record.value()) instanceof Result.Thought done) {
                    happenings.thought(done);
                }
            } else if (Json.read(Topics.JOURNAL, record.value())
                    instanceof JournalRecord.Entry entry) {
                print(happenings.decided(entry));
            }
        } catch (Unreadable skipped) {
            screen.warn("ticker", "an unreadable record in " + record.topic());
        }
    }

    private void print(List<Happenings.Line> lines) {
        lines.forEach(
                line -> screen.line(CLOCK.format(line.at().atZone(zone)) + " " + line.text()));
    }
}
