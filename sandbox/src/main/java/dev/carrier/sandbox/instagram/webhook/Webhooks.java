package dev.carrier.sandbox.instagram.webhook;

import dev.carrier.sandbox.instagram.payload.Update;
import dev.carrier.sandbox.instagram.world.App;
import dev.carrier.sandbox.instagram.world.Happening;
import dev.carrier.sandbox.instagram.world.Rejected;
import dev.carrier.sandbox.instagram.world.Setting;
import dev.carrier.sandbox.instagram.world.World;
import dev.carrier.sandbox.orders.Orders;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells the app what happens. What concerns one conversation leaves in order, while nothing goes
 * wrong; nothing more is promised.
 *
 * @see <a href="https://developers.facebook.com/docs/instagram-platform/webhooks">Webhooks</a>
 */
public final class Webhooks implements AutoCloseable {
    private static final int LANES = 8;
    private static final long GATHERING_MS = 20;

    private final World world;
    private final SentLog log = new SentLog();
    private final Sender sender;
    private final List<BlockingQueue<Update>> lanes = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger queued = new AtomicInteger();
    private final AtomicLong numbers = new AtomicLong();
    // Always the same chances, so that a test does the same twice.
    private final Random chance = new Random(7);

    /** Tells of {@code world}, through {@code orders}. */
    public Webhooks(World world, Orders orders) {
        this.world = world;
        this.sender = new Sender(world, orders, log);
        for (var i = 0; i < LANES; i++) {
            var lane = new LinkedBlockingQueue<Update>();
            lanes.add(lane);
            threads.add(Thread.ofVirtual().name("webhook-", i).start(() -> run(lane)));
        }
        world.listen(this::hear);
    }

    /**
     * Where deliveries go from now on, if it answers the verification.
     *
     * @throws Rejected if it does not
     */
    public void callback(URI callback, String verifyToken) {
        var challenge = Long.toString(1_000_000_000L + numbers.get() * 7919);
        var answered = sender.receiver().verify(callback, verifyToken, challenge);
        if (answered.status() != 200 || !answered.body().strip().equals(challenge)) {
            throw Rejected.parameter(
                    "The URL couldn't be validated. Callback verification failed with status "
                            + answered.status()
                            + ": "
                            + answered.body());
        }
        world.app(world.app().callback(callback));
    }

    /** What was sent. */
    public SentLog log() {
        return log;
    }

    /** How many updates have not been taken yet. */
    public int pending() {
        return queued.get() + sender.pending();
    }

    /** Sends what somebody else might send; an empty signature is none. */
    public Sent forge(String body, String signature) {
        var callback =
                world.app()
                        .callback()
                        .orElseThrow(() -> Rejected.parameter("There is no callback."));
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var at = java.time.Instant.now();
        var answered =
                sender.receiver()
                        .deliver(
                                callback,
                                bytes,
                                signature,
                                world.settings().time(Setting.ANSWER_WITHIN));
        return new Sent(
                0,
                1,
                at,
                "",
                List.of(),
                answered.status(),
                Duration.between(at, java.time.Instant.now()).toMillis(),
                signature,
                answered.body());
    }

    private void hear(Happening happening) {
        for (var update : Updates.of(world, happening)) {
            queued.incrementAndGet();
            lanes.get(Math.floorMod(update.lane().hashCode(), LANES)).add(update);
        }
    }

    private void run(BlockingQueue<Update> lane) {
        try {
            while (true) {
                var updates = gather(lane);
                var delivery =
                        Delivery.of(
                                numbers.incrementAndGet(),
                                updates,
                                form(),
                                world.clock().instant());
                sender.send(delivery, late(), dice(100) < number(Setting.DUPLICATES));
                queued.addAndGet(-updates.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Update> gather(BlockingQueue<Update> lane) throws InterruptedException {
        var updates = new ArrayList<Update>();
        updates.add(lane.take());
        var most = number(Setting.BATCH);
        while (updates.size() < most) {
            var next = lane.poll(GATHERING_MS, TimeUnit.MILLISECONDS);
            if (next == null) {
                break;
            }
            updates.add(next);
        }
        return updates;
    }

    private App.Form form() {
        var form = world.app().form();
        return form == App.Form.ALTERNATING
                ? numbers.get() % 2 == 0 ? App.Form.CHANGES : App.Form.DIRECT
                : form;
    }

    private Duration late() {
        var most = (int) number(Setting.DISORDER);
        return most <= 0 ? Duration.ZERO : Duration.ofMillis(dice(most));
    }

    private int dice(int below) {
        synchronized (chance) {
            return chance.nextInt(below);
        }
    }

    private long number(Setting setting) {
        return world.settings().number(setting);
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        sender.close();
    }
}
