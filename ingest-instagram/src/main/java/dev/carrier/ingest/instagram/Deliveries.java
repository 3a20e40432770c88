package dev.carrier.ingest.instagram;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.DeadLetter;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Topics;
import dev.carrier.runtime.SharedThreads;
import dev.carrier.runtime.kafka.Records;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Takes deliveries: what follows from each thing in one, written to Kafka in one go. One thing that
 * cannot be read holds up no other: it becomes a dead letter. Thread-safe.
 */
final class Deliveries implements Receiver {
    private static final int LONGEST_LETTER = 64 * 1024;

    private final Registry registry;
    private final Understanding understanding;
    private final EventWriter writer;
    private final Heard heard;
    private final Counts counts;
    private final Heeding heeding;
    private final InstantSource clock;

    /** Hears of what Kafka has taken. */
    @FunctionalInterface
    interface Heeding {
        /** Returns at once. */
        void taken(AccountId account, Mapped.Happened happened);
    }

    Deliveries(
            Registry registry,
            Understanding understanding,
            EventWriter writer,
            Heard heard,
            Heeding heeding,
            Counts counts,
            InstantSource clock) {
        this.registry = registry;
        this.understanding = understanding;
        this.writer = writer;
        this.heard = heard;
        this.heeding = heeding;
        this.counts = counts;
        this.clock = clock;
    }

    private record Taken(AccountId account, EventId event) {}

    private record New(AccountId account, Mapped.Happened happened) {}

    /** What one delivery comes to. */
    private static final class Yield {
        final List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        final Set<Taken> events = new HashSet<>();
        final List<New> fresh = new ArrayList<>();
        final Map<Counted, Integer> counted = new EnumMap<>(Counted.class);
        Optional<Counted> later = Optional.empty();

        void count(Counted what) {
            counted.merge(what, 1, Integer::sum);
        }
    }

    @Override
    public Answer receive(byte[] body, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        JsonNode root;
        try {
            root = Json.mapper().readTree(body);
        } catch (JacksonException problem) {
            return Answer.MALFORMED;
        }
        if (!Batch.isOne(root)) {
            return Answer.MALFORMED;
        }
        Yield yield = new Yield();
        List<Item> items = Batch.items(root);
        List<Mapped> mapped = understood(items);
        for (int i = 0; i < items.size(); i++) {
            take(items.get(i), mapped.get(i), yield);
        }
        var left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
        if (!writer.write(yield.records, left)) {
            counts.add(Counted.UNACKNOWLEDGED);
            return Answer.AGAIN;
        }
        yield.counted.forEach(counts::add);
        yield.fresh.forEach(one -> {
            heard.add(one.account(), one.happened().id());
            heeding.taken(one.account(), one.happened());
        });
        yield.later.ifPresent(counts::add);
        return yield.later.isPresent() ? Answer.AGAIN : Answer.TAKEN;
    }

    /** Each may have to be asked about: all at the same time, within the time of one. */
    private List<Mapped> understood(List<Item> items) throws InterruptedException {
        if (items.size() == 1) {
            return List.of(understood(items.getFirst()));
        }
        List<Callable<Mapped>> all =
                items.stream().<Callable<Mapped>>map(item -> () -> understood(item)).toList();
        List<Mapped> mapped = new ArrayList<>();
        for (Future<Mapped> one : SharedThreads.calls().invokeAll(all)) {
            mapped.add(one.resultNow());
        }
        return mapped;
    }

    private void take(Item item, Mapped mapped, Yield yield) {
        switch (mapped) {
            case Mapped.Happened happened -> happened(item, happened, yield);
            case Mapped.LeftOut(Counted why) -> yield.count(why);
            case Mapped.Later(Counted why) -> yield.later = Optional.of(why);
            case Mapped.Unreadable(String what) -> {
                yield.count(Counted.UNREADABLE);
                yield.records.add(dead(item, what));
            }
        }
    }

    private Mapped understood(Item item) {
        try {
            return understanding.of(item);
        } catch (RuntimeException ours) {
            // A shape that nobody foresaw; its neighbours are to go on.
            return new Mapped.Unreadable(ours.getClass().getSimpleName());
        }
    }

    private void happened(Item item, Mapped.Happened happened, Yield yield) {
        AccountId account = registry.of(item.entry()).orElseThrow().account();
        Taken taken = new Taken(account, happened.id());
        if (heard.has(account, happened.id()) || !yield.events.add(taken)) {
            yield.count(Counted.DUPLICATE);
            return;
        }
        yield.count(Counted.EVENT);
        yield.fresh.add(new New(account, happened));
        yield.records.add(EventWriter.toRecord(account, happened));
    }

    private ProducerRecord<byte[], byte[]> dead(Item item, String what) {
        byte[] body = Json.canonical(item.body());
        String kept = body.length > LONGEST_LETTER ? "" : Base64.getEncoder().encodeToString(body);
        return Records.of(
                Topics.DEAD_LETTERS,
                "instagram:account:" + item.entry(),
                new DeadLetter.Dead(
                        "ingest-instagram",
                        Optional.empty(),
                        "",
                        kept,
                        Map.of(),
                        what,
                        clock.instant()));
    }
}
