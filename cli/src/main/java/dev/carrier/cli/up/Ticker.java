package dev.carrier.cli.up;

import dev.carrier.contracts.EventId;
import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Outcome;
import dev.carrier.contracts.OutcomeKind;
import dev.carrier.contracts.Result;
import dev.carrier.contracts.Step;
import dev.carrier.contracts.Topics;
import dev.carrier.contracts.TurnId;
import dev.carrier.contracts.Unreadable;
import dev.carrier.runtime.kafka.KafkaClients;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/**
 * One line for each turn that ends: when, where, how, and what took the time. Reads along from now
 * on. Thread-safe.
 */
final class Ticker implements AutoCloseable {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final int TURNS = 10_000;

    private final Consumer<byte[], byte[]> consumer;
    private final Screen screen;
    private final ZoneId zone;
    private final Map<TurnId, Step.Think> asked = bounded();
    private final Map<TurnId, Result.Thought> thought = bounded();
    private final CountDownLatch ended = new CountDownLatch(1);

    Ticker(KafkaClients kafka, Screen screen, ZoneId zone) {
        this.consumer = kafka.reader("carrier-ticker");
        this.screen = screen;
        this.zone = zone;
        Set<TopicPartition> all = new HashSet<>();
        for (var topic : List.of(Topics.STEPS, Topics.RESULTS, Topics.JOURNAL)) {
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
            if (record.topic().equals(Topics.STEPS.name())) {
                if (Json.read(Topics.STEPS, record.value()) instanceof Step.Think think) {
                    asked.put(think.turn(), think);
                }
            } else if (record.topic().equals(Topics.RESULTS.name())) {
                if (Json.read(Topics.RESULTS, record.value()) instanceof Result.Thought done) {
                    thought.put(done.turn(), done);
                }
            } else if (Json.read(Topics.JOURNAL, record.value())
                    instanceof JournalRecord.Entry entry) {
                entry(entry);
            }
        } catch (Unreadable skipped) {
            screen.warn("ticker", "an unreadable record in " + record.topic());
        }
    }

    private void entry(JournalRecord.Entry entry) {
        Set<TurnId> shown = new HashSet<>();
        for (Outcome outcome : entry.outcomes()) {
            outcome.turn()
                    .filter(shown::add)
                    .ifPresent(turn -> screen.line(line(entry.handledAt(), outcome, turn)));
        }
    }

    private String line(Instant at, Outcome outcome, TurnId turn) {
        Step.Think think = asked.get(turn);
        Result.Thought done = thought.get(turn);
        String clock = CLOCK.format(at.atZone(zone));
        String kind = outcome.kind().toString().toLowerCase(Locale.ROOT);
        String why = outcome.kind() == OutcomeKind.REPLIED ? "" : "  " + outcome.reason();
        if (think == null) {
            return clock + "  " + outcome.account() + "  " + kind + why;
        }
        String where =
                think.in()
                        .guildName()
                        .map(guild -> guild + "/#" + think.in().name().orElse("?"))
                        .orElse("DM");
        if (done == null) {
            return "%s %s  %s%s".formatted(clock, where, kind, why);
        }
        Instant said = newest(think);
        double whole = seconds(Duration.between(said, at));
        double gather = seconds(Duration.between(said, think.askedAt()));
        double model = done.tookMillis() / 1000.0;
        return String.format(
                Locale.ROOT,
                "%s %s  %s  %.1f s (gather %.1f, model %.1f, carrier %.2f)  %s%s",
                clock,
                where,
                kind,
                whole,
                gather,
                model,
                Math.max(0, whole - gather - model),
                money(done.usage().costMicros()),
                why);
    }

    private static Instant newest(Step.Think think) {
        EventId last = think.triggers().getLast();
        return think.window().stream()
                .filter(line -> line.id().equals(last))
                .map(line -> line.at())
                .findFirst()
                .orElse(think.askedAt());
    }

    private static String money(long micros) {
        return micros == 0 ? "free" : String.format(Locale.ROOT, "%.4f", micros / 1_000_000.0);
    }

    private static double seconds(Duration took) {
        return took.toMillis() / 1000.0;
    }

    private static <V> Map<TurnId, V> bounded() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<TurnId, V> eldest) {
                return size() > TURNS;
            }
        };
    }
}
