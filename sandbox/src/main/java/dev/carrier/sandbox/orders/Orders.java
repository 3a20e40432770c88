package dev.carrier.sandbox.orders;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.carrier.sandbox.orders.Effect.Drop;
import dev.carrier.sandbox.orders.Effect.Hang;
import dev.carrier.sandbox.orders.Effect.Hold;
import dev.carrier.sandbox.orders.Effect.Slow;
import dev.carrier.sandbox.orders.Effect.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The orders in force, and the way every exchange takes through them. Blocks the calling thread
 * where an order says so: call it on virtual threads. Safe for use by many threads.
 */
public final class Orders {
    private final Signals signals;
    private final List<Order> orders = new ArrayList<>();
    private final List<Order> held = new ArrayList<>();
    private final List<Consumer<Order>> listeners = new ArrayList<>();
    private int given;

    /** No orders yet; what happens is told to {@code signals}. */
    public Orders(Signals signals) {
        this.signals = signals;
    }

    /** Where exchanges are told of. */
    public Signals signals() {
        return signals;
    }

    /** {@code listener} hears of each new order right after it is in force. */
    public synchronized void onOrder(Consumer<Order> listener) {
        listeners.add(listener);
    }

    /**
     * Puts an order in force.
     *
     * @param times how many exchanges it acts on; negative means all
     * @param after how many matching exchanges pass untouched first
     */
    public Order give(Where where, Match match, int times, int after, Effect effect) {
        Order order;
        List<Consumer<Order>> hear;
        synchronized (this) {
            order = new Order("o" + ++given, where, match, times, after, effect);
            orders.add(order);
            hear = List.copyOf(listeners);
        }
        hear.forEach(listener -> listener.accept(order));
        return order;
    }

    /** Ends an order and lets go whatever it holds; false if it is not known. */
    public synchronized boolean release(String id) {
        var all = new ArrayList<>(orders);
        all.addAll(held);
        var found = all.stream().filter(o -> o.id().equals(id)).distinct().toList();
        found.forEach(Order::release);
        orders.removeAll(found);
        held.removeAll(found);
        return !found.isEmpty();
    }

    /** The orders that will act or that hold something now, oldest first. */
    public synchronized List<Order> inForce() {
        var all = new ArrayList<>(held.stream().filter(Order::holding).toList());
        all.addAll(orders);
        return List.copyOf(all);
    }

    /** How many exchanges {@code order} will still act on; negative means all. */
    synchronized int left(Order order) {
        return order.left();
    }

    /** Ends all orders and lets everything go. */
    public synchronized void releaseAll() {
        orders.forEach(Order::release);
        held.forEach(Order::release);
        orders.clear();
        held.clear();
    }

    /** The orders that act on {@code exchange}, oldest first; one of their times is used up. */
    public List<Order> claim(Exchange exchange) {
        return claim(exchange, _ -> true);
    }

    /** As {@link #claim(Exchange)}, of those orders only that are {@code wanted}. */
    public synchronized List<Order> claim(Exchange exchange, Predicate<Order> wanted) {
        var claimed = orders.stream().filter(o -> wanted.test(o) && o.claim(exchange)).toList();
        claimed.stream().filter(o -> o.spent() && o.effect().waits()).forEach(held::add);
        orders.removeIf(Order::spent);
        return claimed;
    }

    /**
     * One of the times of {@code order}, for {@code exchange}; false if it does not fit or has none
     * left.
     */
    public synchronized boolean claim(Order order, Exchange exchange) {
        var claimed = orders.contains(order) && order.claim(exchange);
        orders.removeIf(Order::spent);
        return claimed;
    }

    /**
     * Runs one HTTP exchange through the orders that match it. {@code handler} executes the
     * request; it is not called if an order answers, hangs or drops before. Call {@link #answered}
     * once the answer is written.
     */
    public Outcome through(Exchange exchange, Supplier<Answer> handler) {
        return through(exchange, _ -> handler.get());
    }

    /** As {@link #through(Exchange, Supplier)}, for a handler that shows some effects by itself. */
    public Outcome through(Exchange exchange, Function<List<Effect>, Answer> handler) {
        var claimed = claim(exchange);
        signals.record(Point.RECEIVED, exchange, OptionalInt.empty());
        var early = before(claimed, exchange);
        if (early.isPresent()) {
            return early.get();
        }
        var effects = claimed.stream().map(Order::effect).toList();
        var answer = altered(corrected(claimed, handler.apply(effects)), effects);
        signals.record(Point.BEFORE_ANSWER, exchange, OptionalInt.of(answer.status()));
        for (var order : claimed) {
            if (order.effect() instanceof Hold(var point) && point == Point.BEFORE_ANSWER) {
                order.awaitRelease();
            }
        }
        var cut =
                claimed.stream()
                        .anyMatch(o -> o.effect() instanceof Drop(var executed) && executed);
        return cut ? new Outcome.Cut() : new Outcome.Answered(answer);
    }

    /** As {@link #through(Exchange, Supplier)}. */
    public Outcome through(
            Where where,
            String method,
            String path,
            String account,
            String body,
            Supplier<Answer> handler) {
        return through(new Exchange(where, method, path, account, body), handler);
    }

    /** Says that the answer to {@code exchange} was written to its connection. */
    public void answered(Exchange exchange, Answer answer) {
        signals.record(Point.AFTER_ANSWER, exchange, OptionalInt.of(answer.status()));
    }

    /** Done, and yet an error. */
    private static Answer corrected(List<Order> claimed, Answer answer) {
        for (var order : claimed) {
            if (order.effect() instanceof Effect.GraphError(var code, var subcode, _)) {
                return GraphRefusal.known(code, subcode).answer();
            }
        }
        return answer;
    }

    private static Optional<Outcome> before(List<Order> claimed, Exchange exchange) {
        for (var order : claimed) {
            switch (order.effect()) {
                case Slow(var time) -> order.awaitRelease(time);
                case Hold(var point) -> {
                    if (point == Point.RECEIVED) {
                        order.awaitRelease();
                    }
                }
                case Hang(var time) -> {
                    order.awaitRelease(time);
                    return Optional.of(new Outcome.Cut());
                }
                case Drop(var executed) -> {
                    if (!executed) {
                        return Optional.of(new Outcome.Cut());
                    }
                }
                case Status status -> {
                    return Optional.of(new Outcome.Answered(Refusals.of(status, exchange.where())));
                }
                case Effect.GraphError(var code, var subcode, var executed) -> {
                    if (!executed) {
                        return Optional.of(
                                new Outcome.Answered(GraphRefusal.known(code, subcode).answer()));
                    }
                }
                case Effect.Close _, Effect.InvalidSession _, Effect.Reconnect _ -> {}
                case Effect.Duplicate _, Effect.Cut _, Effect.Deaf _, Effect.Freeze _ -> {}
                case Effect.Altered _, Effect.CutAfter _, Effect.Becomes _ -> {}
            }
        }
        return Optional.empty();
    }

    private static Answer altered(Answer answer, List<Effect> effects) {
        var now = answer;
        for (var effect : effects) {
            if (effect instanceof Effect.Altered(var status, var headers, var body)) {
                var bytes = body.map(text -> text.getBytes(UTF_8)).orElse(now.body());
                now = new Answer(status.orElse(now.status()), now.headers(), bytes);
                for (var header : headers.entrySet()) {
                    now = now.with(header.getKey(), header.getValue());
                }
            }
        }
        return now;
    }
}
