package dev.carrier.sandbox.discord.gateway;

import dev.carrier.sandbox.discord.payload.ChannelPayload;
import dev.carrier.sandbox.discord.payload.GuildPayload;
import dev.carrier.sandbox.discord.payload.MessagePayload;
import dev.carrier.sandbox.discord.world.Stats;
import dev.carrier.sandbox.discord.world.World;
import dev.carrier.sandbox.http.Part;
import dev.carrier.sandbox.orders.Effect;
import dev.carrier.sandbox.orders.Exchange;
import dev.carrier.sandbox.orders.Order;
import dev.carrier.sandbox.orders.Orders;
import dev.carrier.sandbox.orders.Point;
import dev.carrier.sandbox.orders.Where;
import io.javalin.config.RoutesConfig;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsConnectContext;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The gateway's WebSocket endpoint, at {@code /gateway} and at {@code /}. Knows JSON and
 * zlib-stream.
 *
 * @see <a href="https://docs.discord.com/developers/events/gateway">Gateway</a>
 */
public final class Gateway implements Part {
    private final World world;
    private final Orders orders;
    private final Timing timing;
    private final Sessions sessions;
    private final Faults faults;
    private final Login login;
    private final Inbound inbound;
    private final Map<String, Connection> connections = new ConcurrentHashMap<>();
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

    /** A gateway to {@code world}. */
    public Gateway(
            World world,
            Stats stats,
            Orders orders,
            Timing timing,
            Admission admission,
            MessagePayload messages,
            ChannelPayload channels,
            GuildPayload guilds) {
        this.world = world;
        this.orders = orders;
        this.timing = timing;
        this.sessions = new Sessions(timing.resumeWindow());
        this.faults = new Faults(sessions);
        var audience = new Audience(world, messages, channels, guilds);
        var dispatcher = new Dispatcher(audience, orders, faults);
        this.login = new Login(world, stats, sessions, admission, audience, dispatcher);
        this.inbound = new Inbound(world, orders, sessions, faults, login, dispatcher);
        world.listen(happening ->
                sessions.all().forEach(session -> dispatcher.tell(session, happening)));
        orders.onOrder(this::atOnce);
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.ws("/gateway", this::socket);
        routes.ws("/", this::socket);
    }

    @Override
    public void started(String authority) {
        login.gatewayAt("ws://" + authority + "/gateway");
        var every = Math.clamp(timing.heartbeatInterval().toMillis() / 4, 50, 5000);
        watch.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
    }

    private void socket(WsConfig socket) {
        socket.onConnect(this::connected);
        socket.onMessage(context -> {
            var connection = connections.get(context.sessionId());
            if (connection != null) {
                var text = context.message();
                connection.handle(() -> inbound.message(connection, text));
            }
        });
        socket.onClose(context -> closed(context.sessionId(), context.status()));
    }

    private void connected(WsConnectContext context) {
        context.session.setIdleTimeout(Duration.ofMinutes(10));
        var connection =
                new Connection(
                        context.session, "zlib-stream".equals(context.queryParam("compress")));
        connections.put(context.sessionId(), connection);
        synchronized (world) {
            sessions.opened(connection);
        }
        var version = context.queryParam("v");
        if (version != null && !version.equals("10") && !version.equals("9")) {
            var code = CloseCode.INVALID_API_VERSION;
            connection.close(code.code, code.reason);
            return;
        }
        connection.send(Frames.hello(timing.heartbeatInterval().toMillis()));
    }

    private void closed(String id, int code) {
        var connection = connections.remove(id);
        if (connection == null) {
            return;
        }
        synchronized (world) {
            orders.signals().record(Point.CLOSED, exchange(connection), OptionalInt.of(code));
            sessions.ended(connection, !Connection.givesUp(code));
        }
    }

    /**
     * An order about connections that names no message acts on those that are there, and else on
     * the next.
     */
    private void atOnce(Order order) {
        if (order.where() != Where.DISCORD_GATEWAY
                || !order.effect().onConnection()
                || order.match().method().isPresent()) {
            return;
        }
        synchronized (world) {
            var meant =
                    sessions.connections().stream()
                            .filter(c -> c.session.isPresent() && order.match().fits(exchange(c)))
                            .toList();
            if (!meant.isEmpty() && orders.claim(order, exchange(meant.getFirst()))) {
                meant.forEach(connection -> faults.act(connection, order.effect()));
            }
        }
    }

    private static Exchange exchange(Connection connection) {
        return connection
                .session
                .map(s ->
                        new Exchange(Where.DISCORD_GATEWAY, "", s.path(), s.bot.user().name(), ""))
                .orElseGet(() -> new Exchange(Where.DISCORD_GATEWAY, "", "/gateway/", "", ""));
    }

    /**
     * Ends connections whose client has not been heard for two heartbeats, and forgets sessions
     * lost too long ago.
     */
    private void look() {
        var silence = 2 * timing.heartbeatInterval().toNanos() + TimeUnit.SECONDS.toNanos(5);
        synchronized (world) {
            sessions.expire();
            sessions.connections().stream()
                    .filter(c -> !c.frozen && System.nanoTime() - c.heardAt > silence)
                    .forEach(
                            c -> faults.act(c, new Effect.Close(CloseCode.SESSION_TIMED_OUT.code)));
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
        connections.values().forEach(Connection::cut);
    }
}
