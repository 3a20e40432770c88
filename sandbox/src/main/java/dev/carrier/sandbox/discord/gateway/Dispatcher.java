package dev.carrier.sandbox.discord.gateway;

import dev.carrier.sandbox.discord.world.Happening;
import dev.carrier.sandbox.json.Json;
import dev.carrier.sandbox.orders.Effect;
import dev.carrier.sandbox.orders.Exchange;
import dev.carrier.sandbox.orders.Order;
import dev.carrier.sandbox.orders.Orders;
import dev.carrier.sandbox.orders.Point;
import dev.carrier.sandbox.orders.Where;
import java.util.List;
import java.util.OptionalInt;

/**
 * Sends events to sessions, as the orders in force will have it. Called under the world's monitor.
 */
final class Dispatcher {
    private final Audience audience;
    private final Orders orders;
    private final Faults faults;

    Dispatcher(Audience audience, Orders orders, Faults faults) {
        this.audience = audience;
        this.orders = orders;
        this.faults = faults;
    }

    void tell(GatewaySession session, Happening happening) {
        audience.hears(session, happening).forEach(event -> send(session, event));
    }

    /** Sends {@code event}; without a connection it is kept until the session is resumed. */
    void send(GatewaySession session, Audience.Event event) {
        var exchange =
                new Exchange(
                        Where.DISCORD_GATEWAY,
                        event.type(),
                        session.path(),
                        session.bot.user().name(),
                        Json.write(event.data()));
        var claimed =
                session.connection.isPresent()
                        ? orders.claim(exchange, Dispatcher::onEvents)
                        : List.<Order>of();
        for (var order : claimed) {
            if (order.effect().onConnection()) {
                session.connection.ifPresent(connection -> faults.act(connection, order.effect()));
            }
        }
        deliver(session, event, exchange, claimed);
        for (var order : claimed) {
            if (order.effect() instanceof Effect.Duplicate(var times)) {
                for (var i = 0; i < times; i++) {
                    deliver(session, event, exchange, List.of());
                }
            }
        }
    }

    /**
     * What ends a connection does so at an event only if the order names the event; else it is for
     * connections.
     */
    private static boolean onEvents(Order order) {
        return switch (order.effect()) {
            case Effect.Slow _, Effect.Hold _, Effect.Duplicate _ -> true;
            case Effect.Close _,
                    Effect.InvalidSession _,
                    Effect.Reconnect _,
                    Effect.Cut _,
                    Effect.Deaf _,
                    Effect.Freeze _ ->
                    order.match().method().isPresent();
            case Effect.Status _, Effect.GraphError _, Effect.Hang _, Effect.Drop _ -> false;
            case Effect.Altered _, Effect.CutAfter _, Effect.Becomes _ -> false;
        };
    }

    private void deliver(
            GatewaySession session, Audience.Event event, Exchange exchange, List<Order> claimed) {
        var sent =
                new GatewaySession.Sent(
                        session.nextSeq(),
                        Frames.dispatch(event.type(), session.lastSeq(), event.data()));
        session.keep(sent);
        session.connection.ifPresent(connection -> {
            claimed.forEach(order -> connection.later(() -> delay(order)));
            connection.send(sent.frame());
            connection.later(
                    () -> orders.signals().record(Point.DISPATCH, exchange, OptionalInt.empty()));
        });
    }

    private static void delay(Order order) {
        if (order.effect() instanceof Effect.Slow(var time)) {
            order.awaitRelease(time);
        } else if (order.effect() instanceof Effect.Hold) {
            order.awaitRelease();
        }
    }
}
