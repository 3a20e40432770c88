package dev.carrier.ingest.instagram;

import dev.carrier.runtime.SharedThreads;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Answers that are remembered. The same question is asked once at a time; whoever asks waits no
 * longer than is right for a webhook, and finds the answer there next time. That there is no answer
 * is remembered, too, for a while. Thread-safe.
 *
 * @param <V> what is answered
 */
final class Memo<V> {
    private static final Duration GONE = Duration.ofMinutes(10);
    private static final Duration NOT_NOW = Duration.ofSeconds(5);

    private record Kept<V>(Told<V> told, Instant until) {}

    private final Duration patience;
    private final InstantSource clock;
    private final Map<String, CompletableFuture<Told<V>>> open = new ConcurrentHashMap<>();
    private final Map<String, Kept<V>> kept;

    /**
     * @param most that are remembered, those that were asked for last
     * @param patience of who asks
     */
    Memo(int most, Duration patience, InstantSource clock) {
        this.patience = patience;
        this.clock = clock;
        this.kept =
                new LinkedHashMap<>(16, 0.75f, true) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<String, Kept<V>> eldest) {
                        return size() > most;
                    }
                };
    }

    /**
     * The answer.
     *
     * @param question what is asked when it is not remembered; may block
     */
    Told<V> of(String key, Supplier<Told<V>> question) {
        return remembered(key).orElseGet(() -> awaited(asked(key, question)));
    }

    /** A call of this question that is open already, or a new one. */
    private CompletableFuture<Told<V>> asked(String key, Supplier<Told<V>> question) {
        var mine = new CompletableFuture<Told<V>>();
        var before = open.putIfAbsent(key, mine);
        if (before != null) {
            return before;
        }
        SharedThreads.calls()
                .execute(() -> {
                    try {
                        // A call that has just ended may have told it.
                        mine.complete(remembered(key).orElseGet(() -> ask(key, question)));
                    } catch (RuntimeException problem) {
                        mine.completeExceptionally(problem);
                    } finally {
                        open.remove(key, mine);
                    }
                });
        return mine;
    }

    private Told<V> awaited(CompletableFuture<Told<V>> asked) {
        try {
            return asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException noAnswer) {
            return new Told.NotNow<>();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Told.NotNow<>();
        }
    }

    private Optional<Told<V>> remembered(String key) {
        synchronized (kept) {
            return Optional.ofNullable(kept.get(key))
                    .filter(it -> it.until().isAfter(clock.instant()))
                    .map(Kept::told);
        }
    }

    /** It is known without asking. */
    void is(String key, V value) {
        keep(key, new Told.Known<>(value));
    }

    private Told<V> ask(String key, Supplier<Told<V>> question) {
        Told<V> told = question.get();
        keep(key, told);
        return told;
    }

    private void keep(String key, Told<V> told) {
        Instant now = clock.instant();
        Instant until =
                switch (told) {
                    case Told.Known<V> _ -> Instant.MAX;
                    case Told.Gone<V> _ -> now.plus(GONE);
                    case Told.NotNow<V> _ -> now.plus(NOT_NOW);
                };
        synchronized (kept) {
            kept.put(key, new Kept<>(told, until));
        }
    }
}
