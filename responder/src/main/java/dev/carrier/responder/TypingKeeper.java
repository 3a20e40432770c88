package dev.carrier.responder;

import dev.carrier.contracts.Response;
import dev.carrier.contracts.TurnId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the typing indicator alive while a turn is open: shown at once, renewed before the platform
 * lets it lapse, ended with the turn and never later than its deadline. Thread-safe; one virtual
 * thread a turn that types.
 */
final class TypingKeeper implements AutoCloseable {
    /** Discord shows an indicator for ten seconds. */
    private static final Duration RENEW = Duration.ofSeconds(8);

    private final InstantSource clock;
    private final Map<TurnId, CountDownLatch> typing = new ConcurrentHashMap<>();

    TypingKeeper(InstantSource clock) {
        this.clock = clock;
    }

    void begin(Response.Typing wish, Speaks speaks) {
        var end = new CountDownLatch(1);
        if (wish.notAfter().isBefore(clock.instant())
                || wish.decidedAt().plus(RENEW).isBefore(clock.instant())
                || typing.putIfAbsent(wish.turn(), end) != null) {
            return;
        }
        Thread.ofVirtual().name("typing-" + wish.turn()).start(() -> keep(wish, speaks, end));
    }

    void end(TurnId turn) {
        CountDownLatch latch = typing.remove(turn);
        if (latch != null) {
            latch.countDown();
        }
    }

    @Override
    public void close() {
        typing.keySet().forEach(this::end);
    }

    private void keep(Response.Typing wish, Speaks speaks, CountDownLatch end) {
        try {
            do {
                speaks.type(wish);
            } while (!end.await(RENEW.toMillis(), TimeUnit.MILLISECONDS)
                    && clock.instant().isBefore(wish.notAfter()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            typing.remove(wish.turn(), end);
        }
    }
}
