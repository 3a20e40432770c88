package dev.carrier.sandbox.instagram.webhook;

import dev.carrier.sandbox.instagram.world.Setting;
import dev.carrier.sandbox.instagram.world.World;
import dev.carrier.sandbox.orders.Effect;
import dev.carrier.sandbox.orders.Order;
import dev.carrier.sandbox.orders.Orders;
import dev.carrier.sandbox.orders.Point;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends deliveries through the orders in force, and again until they are taken. Safe for use by
 * many threads.
 */
final class Sender implements AutoCloseable {
    private static final int LONGEST_PAUSE = 16;

    private final World world;
    private final Orders orders;
    private final SentLog log;
    private final Receiver receiver = new Receiver();
    private final AtomicInteger pending = new AtomicInteger();
    private final ExecutorService detours = Executors.newVirtualThreadPerTaskExecutor();
    private volatile Optional<Instant> failingSince = Optional.empty();

    Sender(World world, Orders orders, SentLog log) {
        this.world = world;
        this.orders = orders;
        this.log = log;
    }

    Receiver receiver() {
        return receiver;
    }

    /** How many deliveries are on their way or will be tried again. */
    int pending() {
        return pending.get();
    }

    /**
     * Sends it and waits for the answer; what an order or {@code late} makes wait goes its own way,
     * and others overtake it.
     */
    void send(Delivery delivery, Duration late, boolean twice) {
        pending.incrementAndGet();
        var claimed = orders.claim(delivery.exchange());
        var waits = claimed.stream().anyMatch(it -> it.effect().waits());
        if (waits || late.isPositive()) {
            detour(() -> {
                Thread.sleep(late);
                first(delivery, claimed, twice);
            });
        } else {
            first(delivery, claimed, twice);
        }
    }

    private void first(Delivery delivery, List<Order> claimed, boolean twice) {
        var done = attempt(delivery, 1, claimed);
        if (twice && done) {
            once(delivery, 1);
        }
        if (done) {
            pending.decrementAndGet();
        } else {
            detour(() -> again(delivery));
        }
    }

    private void again(Delivery delivery) throws InterruptedException {
        var attempt = 2;
        while (true) {
            var until = delivery.since().plus(world.settings().time(Setting.RETRY_FOR));
            if (world.clock().instant().isAfter(until)
                    || attempt(delivery, attempt, orders.claim(delivery.exchange()))) {
                pending.decrementAndGet();
                return;
            }
            // The first time it is tried again at once, then after ever longer pauses.
            attempt++;
            var factor = Math.min(LONGEST_PAUSE, 1 << Math.min(8, attempt - 3));
            Thread.sleep(world.settings().time(Setting.RETRY_AFTER).multipliedBy(factor));
        }
    }

    /** One attempt; true if there is nothing more to do. */
    private boolean attempt(Delivery delivery, int number, List<Order> claimed) {
        var copies = 1;
        var answerLost = false;
        for (var order : claimed) {
            switch (order.effect()) {
                case Effect.Slow(var time) -> order.awaitRelease(time);
                case Effect.Hold _ -> order.awaitRelease();
                case Effect.Hang(var time) -> {
                    order.awaitRelease(time);
                    return false;
                }
                case Effect.Drop(var executed) -> {
                    if (!executed) {
                        return true;
                    }
                    answerLost = true;
                }
                case Effect.Status _ -> {
                    return failed();
                }
                case Effect.Duplicate(var times) -> copies += times;
                case Effect.GraphError _ -> {}
                case Effect.Close _, Effect.InvalidSession _, Effect.Reconnect _ -> {}
                case Effect.Cut _, Effect.Deaf _, Effect.Freeze _ -> {}
                case Effect.Altered _, Effect.CutAfter _, Effect.Becomes _ -> {}
            }
        }
        var taken = true;
        for (var i = 0; i < copies; i++) {
            taken &= once(delivery, number);
        }
        return taken && !answerLost;
    }

    private boolean once(Delivery delivery, int number) {
        Optional<URI> callback = world.app().callback();
        if (callback.isEmpty()) {
            return false;
        }
        var bytes = Body.bytes(delivery.body());
        var signature = Body.signature(bytes, world.app().secret());
        var exchange = delivery.exchange();
        orders.signals().record(Point.DISPATCH, exchange, OptionalInt.empty());
        var at = Instant.now();
        var answered =
                receiver.deliver(
                        callback.get(),
                        bytes,
                        signature,
                        world.settings().time(Setting.ANSWER_WITHIN));
        var ms = Duration.between(at, Instant.now()).toMillis();
        log.add(
                new Sent(
                        delivery.number(),
                        number,
                        at,
                        delivery.account(),
                        delivery.fields(),
                        answered.status(),
                        ms,
                        signature,
                        new String(bytes, StandardCharsets.US_ASCII)));
        orders.signals().record(Point.AFTER_ANSWER, exchange, OptionalInt.of(answered.status()));
        if (answered.taken()) {
            failingSince = Optional.empty();
            return true;
        }
        return failed();
    }

    /** An app that takes nothing for too long is unsubscribed. Always false. */
    private boolean failed() {
        var now = world.clock().instant();
        var since = failingSince.orElse(now);
        failingSince = Optional.of(since);
        if (!since.plus(world.settings().time(Setting.UNSUBSCRIBE_AFTER)).isAfter(now)) {
            world.unsubscribeAll();
        }
        return false;
    }

    private interface Detour {
        void run() throws InterruptedException;
    }

    private void detour(Detour task) {
        if (!detours.isShutdown()) {
            detours.execute(() -> {
                try {
                    task.run();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }

    @Override
    public void close() {
        detours.shutdownNow();
        receiver.close();
    }
}
