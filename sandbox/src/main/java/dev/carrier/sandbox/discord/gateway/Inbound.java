package dev.carrier.sandbox.discord.gateway;

import dev.carrier.sandbox.discord.payload.MemberPayload;
import dev.carrier.sandbox.discord.world.Member;
import dev.carrier.sandbox.discord.world.World;
import dev.carrier.sandbox.json.Json;
import dev.carrier.sandbox.orders.Effect;
import dev.carrier.sandbox.orders.Exchange;
import dev.carrier.sandbox.orders.Order;
import dev.carrier.sandbox.orders.Orders;
import dev.carrier.sandbox.orders.Point;
import dev.carrier.sandbox.orders.Where;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * What clients send. Runs on a connection's inbound thread, and may block it where an order says
 * so.
 *
 * @see <a href="https://docs.discord.com/developers/events/gateway-events#send-events">Send
 *     events</a>
 */
final class Inbound {
    private static final int LARGEST = 15 * 1024;

    private final World world;
    private final Orders orders;
    private final Sessions sessions;
    private final Faults faults;
    private final Login login;
    private final Dispatcher dispatcher;

    Inbound(
            World world,
            Orders orders,
            Sessions sessions,
            Faults faults,
            Login login,
            Dispatcher dispatcher) {
        this.world = world;
        this.orders = orders;
        this.sessions = sessions;
        this.faults = faults;
        this.login = login;
        this.dispatcher = dispatcher;
    }

    void message(Connection connection, String text) {
        if (connection.frozen) {
            return;
        }
        connection.heardAt = System.nanoTime();
        var frame =
                text.length() > LARGEST
                        ? Optional.<JsonNode>empty()
                        : Json.parse(text).filter(JsonNode::isObject);
        if (frame.isEmpty()) {
            close(connection, CloseCode.DECODE_ERROR);
        } else if (connection.tooMany()) {
            close(connection, CloseCode.RATE_LIMITED);
        } else {
            var data = frame.get().path("d");
            switch ((int) Json.number(frame.get(), "op").orElse(-1)) {
                case 1 -> heartbeat(connection);
                case 2 -> identify(connection, data);
                case 6 -> resume(connection, data);
                // Presence and voice state: nobody here looks at them.
                case 3, 4 -> ifKnown(connection, () -> {});
                case 8 -> ifKnown(connection, () -> members(connection, data));
                default -> close(connection, CloseCode.UNKNOWN_OPCODE);
            }
        }
    }

    private void heartbeat(Connection connection) {
        var exchange = exchange(connection, "HEARTBEAT");
        var claimed = orders.claim(exchange, o -> o.match().method().isPresent());
        synchronized (world) {
            claimed.forEach(order -> faults.act(connection, order.effect()));
        }
        if (!connection.deaf) {
            connection.send(Frames.ack());
        }
    }

    private void identify(Connection connection, JsonNode data) {
        if (connection.session.isPresent()) {
            close(connection, CloseCode.ALREADY_AUTHENTICATED);
            return;
        }
        var exchange =
                new Exchange(
                        Where.DISCORD_GATEWAY,
                        "IDENTIFY",
                        path(data),
                        login.bot(data).map(b -> b.user().name()).orElse(""),
                        "");
        if (goesOn(connection, exchange, Point.IDENTIFY, "")) {
            synchronized (world) {
                login.identify(connection, data).ifPresent(code -> close(connection, code));
            }
        }
    }

    private static String path(JsonNode data) {
        var shard = Json.list(data, "shard");
        return GatewaySession.path(
                Json.number(data, "intents").orElse(0),
                shard.size() == 2 ? shard.get(0).asInt(0) : 0,
                shard.size() == 2 ? shard.get(1).asInt(1) : 1);
    }

    private void resume(Connection connection, JsonNode data) {
        if (connection.session.isPresent()) {
            close(connection, CloseCode.ALREADY_AUTHENTICATED);
            return;
        }
        var id = Json.text(data, "session_id", "");
        String path;
        synchronized (world) {
            path =
                    sessions.find(Json.text(data, "session_id", ""))
                            .map(GatewaySession::path)
                            .orElse("/gateway/");
        }
        var name = login.bot(data).map(b -> b.user().name()).orElse("");
        if (goesOn(
                connection,
                new Exchange(Where.DISCORD_GATEWAY, "RESUME", path, name, ""),
                Point.RESUME,
                id)) {
            synchronized (world) {
                login.resume(connection, data).ifPresent(code -> close(connection, code));
            }
        }
    }

    /** Runs a login through the orders; false if one of them ended it. */
    private boolean goesOn(Connection connection, Exchange exchange, Point point, String session) {
        orders.signals().record(point, exchange, OptionalInt.empty());
        for (var order : orders.claim(exchange, Inbound::onLogins)) {
            if (order.effect() instanceof Effect.Slow(var time)) {
                order.awaitRelease(time);
            } else if (order.effect() instanceof Effect.Hold) {
                order.awaitRelease();
            } else {
                synchronized (world) {
                    if (faults.act(connection, order.effect())) {
                        if (Faults.endsSession(order.effect())) {
                            sessions.forget(session);
                        }
                        return false;
                    }
                }
            }
        }
        return !connection.over;
    }

    private static boolean onLogins(Order order) {
        return order.effect().onConnection()
                || order.effect() instanceof Effect.Slow
                || order.effect() instanceof Effect.Hold;
    }

    private void ifKnown(Connection connection, Runnable work) {
        synchronized (world) {
            if (connection.session.isEmpty()) {
                close(connection, CloseCode.NOT_AUTHENTICATED);
            } else {
                work.run();
            }
        }
    }

    /** https://docs.discord.com/developers/events/gateway-events#request-guild-members. */
    private void members(Connection connection, JsonNode data) {
        var guild = Json.number(data, "guild_id").orElse(0);
        var start = Json.text(data, "query", "");
        world.guild(guild)
                .ifPresent(found ->
                        connection.session.ifPresent(session -> {
                            var chunk =
                                    Json.object()
                                            .put("guild_id", Long.toString(guild))
                                            .put("chunk_index", 0)
                                            .put("chunk_count", 1);
                            Json.text(data, "nonce").ifPresent(nonce -> chunk.put("nonce", nonce));
                            chunk.putArray("not_found");
                            var members = chunk.putArray("members");
                            found.members().stream()
                                    .filter(member -> asked(member, data, start))
                                    .forEach(member -> members.add(MemberPayload.of(member)));
                            dispatcher.send(
                                    session, new Audience.Event("GUILD_MEMBERS_CHUNK", chunk));
                        }));
    }

    private static boolean asked(Member member, JsonNode data, String start) {
        var ids = data.path("user_ids");
        if (ids.isMissingNode() || ids.isNull()) {
            return member.user().name().startsWith(start);
        }
        var id = Long.toString(member.user().id());
        return ids.isArray()
                ? Json.list(data, "user_ids").stream().anyMatch(n -> n.asString("").equals(id))
                : ids.asString("").equals(id);
    }

    private void close(Connection connection, CloseCode code) {
        synchronized (world) {
            faults.act(connection, new Effect.Close(code.code));
        }
    }

    private static Exchange exchange(Connection connection, String method) {
        var session = connection.session;
        return new Exchange(
                Where.DISCORD_GATEWAY,
                method,
                session.map(GatewaySession::path).orElse("/gateway/"),
                session.map(s -> s.bot.user().name()).orElse(""),
                "");
    }
}
