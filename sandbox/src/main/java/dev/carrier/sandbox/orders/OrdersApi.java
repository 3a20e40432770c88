package dev.carrier.sandbox.orders;

import dev.carrier.sandbox.json.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;

/**
 * {@code /sandbox/orders} and {@code /sandbox/signals}: how orders are given and signals are
 * awaited over HTTP.
 */
public final class OrdersApi {
    private static final long LONGEST_WAIT_MS = 60_000;

    private final Orders orders;

    /** The control API of {@code orders} and its signals. */
    public OrdersApi(Orders orders) {
        this.orders = orders;
    }

    /** Adds its routes. */
    public void register(RoutesConfig routes) {
        routes.post("/sandbox/orders", this::give);
        routes.get("/sandbox/orders", this::list);
        routes.delete(
                "/sandbox/orders",
                context -> {
                    orders.releaseAll();
                    context.status(204);
                });
        routes.delete("/sandbox/orders/{id}", this::release);
        routes.post("/sandbox/orders/{id}/release", this::release);
        routes.get("/sandbox/signals", this::signals);
        routes.get(
                "/sandbox/signals/last",
                context ->
                        json(
                                context,
                                Json.write(Json.object().put("seq", orders.signals().last()))));
    }

    private void give(Context context) {
        try {
            var order = OrderForm.give(Json.objectOf(context.body()), orders);
            json(context.status(201), Json.write(Json.object().put("id", order.id())));
        } catch (IllegalArgumentException e) {
            json(context.status(400), Json.write(Json.object().put("error", e.getMessage())));
        }
    }

    private void list(Context context) {
        var list = Json.array();
        orders.inForce().forEach(order -> list.add(OrderView.of(order, orders.left(order))));
        json(context, Json.write(list));
    }

    private void release(Context context) {
        context.status(orders.release(context.pathParam("id")) ? 204 : 404);
    }

    private void signals(Context context) {
        var after = context.queryParamAsClass("after", Long.class).getOrDefault(0L);
        var wait = context.queryParamAsClass("wait", Long.class).getOrDefault(0L);
        var found =
                orders.signals().after(after, Duration.ofMillis(Math.min(wait, LONGEST_WAIT_MS)));
        var list = Json.array();
        found.forEach(signal -> list.add(signal.json()));
        json(context, Json.write(list));
    }

    private static void json(Context context, String body) {
        context.contentType("application/json").result(body);
    }
}
