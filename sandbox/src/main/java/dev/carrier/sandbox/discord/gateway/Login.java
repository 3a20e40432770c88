package dev.carrier.sandbox.discord.gateway;

import dev.carrier.sandbox.discord.payload.UserPayload;
import dev.carrier.sandbox.discord.world.Bot;
import dev.carrier.sandbox.discord.world.Stats;
import dev.carrier.sandbox.discord.world.World;
import dev.carrier.sandbox.json.Json;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * IDENTIFY and RESUME. Called under the world's monitor.
 *
 * @see <a href="https://docs.discord.com/developers/events/gateway-events#identify">Identify</a>
 * @see <a href="https://docs.discord.com/developers/events/gateway-events#resume">Resume</a>
 */
final class Login {
    private final World world;
    private final Stats stats;
    private final Sessions sessions;
    private final Admission admission;
    private final Audience audience;
    private final Dispatcher dispatcher;
    private volatile String gatewayUrl = "";

    Login(
            World world,
            Stats stats,
            Sessions sessions,
            Admission admission,
            Audience audience,
            Dispatcher dispatcher) {
        this.world = world;
        this.stats = stats;
        this.sessions = sessions;
        this.admission = admission;
        this.audience = audience;
        this.dispatcher = dispatcher;
    }

    void gatewayAt(String url) {
        gatewayUrl = url;
    }

    /** The bot with the token in {@code data}. */
    Optional<Bot> bot(JsonNode data) {
        var token = Json.text(data, "token", "");
        return world.botWith(token.startsWith("Bot ") ? token.substring(4) : token);
    }

    /**
     * Begins a session on {@code connection}; empty, or the code with which the connection is to be
     * closed.
     */
    Optional<CloseCode> identify(Connection connection, JsonNode data) {
        var bot = bot(data);
        var intents = Json.number(data, "intents").orElse(-1);
        var shard = Json.list(data, "shard");
        var number = shard.size() == 2 ? shard.get(0).asInt(0) : 0;
        var count = shard.size() == 2 ? shard.get(1).asInt(1) : 1;
        if (bot.isEmpty()) {
            return Optional.of(CloseCode.AUTHENTICATION_FAILED);
        } else if (count < 1 || number < 0 || number >= count) {
            return Optional.of(CloseCode.INVALID_SHARD);
        } else if (intents < 0 || !Intent.valid(intents)) {
            return Optional.of(CloseCode.INVALID_INTENTS);
        } else if (Intent.privileged(intents) && !bot.get().privileged()) {
            return Optional.of(CloseCode.DISALLOWED_INTENTS);
        } else if (admission.needsMore(world.guildsOf(bot.get().id()).size(), count)) {
            return Optional.of(CloseCode.SHARDING_REQUIRED);
        }
        var name = bot.get().user().name();
        stats.count(Stats.Of.identifies, name);
        stats.count(Stats.Of.shardIdentifies, name + " " + number + "/" + count);
        if (!admission.takeStart(bot.get().id())) {
            stats.count(Stats.Of.startLimitViolations, name);
            return Optional.of(CloseCode.AUTHENTICATION_FAILED);
        }
        if (!admission.takeTurn(bot.get().id(), number)) {
            stats.count(Stats.Of.identifyConcurrencyViolations, name);
            connection.send(Frames.invalidSession(false));
            return Optional.empty();
        }
        begin(connection, new GatewaySession(bot.get(), intents, number, count, connection));
        return Optional.empty();
    }

    private void begin(Connection connection, GatewaySession session) {
        connection.session = Optional.of(session);
        sessions.add(session);
        var guilds = world.guildsOf(session.bot.id()).stream().filter(session::covers).toList();
        var ready =
                Json.object()
                        .put("v", 10)
                        .put("session_id", session.id)
                        .put("session_type", "normal");
        ready.put("resume_gateway_url", gatewayUrl);
        ready.set("user", UserPayload.self(session.bot));
        ready.putObject("application").put("id", Long.toString(session.bot.id())).put("flags", 0);
        ready.putArray("shard").add(session.shard).add(session.shards);
        ready.putArray("private_channels");
        ready.putArray("relationships");
        ready.putObject("user_settings");
        var unavailable = ready.putArray("guilds");
        guilds.forEach(g ->
                unavailable.addObject().put("id", Long.toString(g.id())).put("unavailable", true));
        dispatcher.send(session, new Audience.Event("READY", ready));
        if (session.wants(Intent.GUILDS)) {
            guilds.forEach(guild -> dispatcher.send(session, audience.created(session, guild)));
        }
    }

    /**
     * Goes on with a session on {@code connection}; empty, or the code with which the connection is
     * to be closed.
     */
    Optional<CloseCode> resume(Connection connection, JsonNode data) {
        var bot = bot(data);
        if (bot.isEmpty()) {
            return Optional.of(CloseCode.AUTHENTICATION_FAILED);
        }
        var session =
                sessions.find(Json.text(data, "session_id", ""))
                        .filter(s -> s.bot.equals(bot.get()));
        var seq = Json.number(data, "seq").orElse(0);
        if (session.filter(s -> seq > s.lastSeq()).isPresent()) {
            return Optional.of(CloseCode.INVALID_SEQ);
        }
        var missed = session.flatMap(s -> s.since(seq));
        if (session.isEmpty() || missed.isEmpty()) {
            connection.send(Frames.invalidSession(false));
            return Optional.empty();
        }
        var going = session.get();
        going.connection
                .filter(old -> old != connection)
                .ifPresent(old -> {
                    old.session = Optional.empty();
                    old.cut();
                });
        going.connection = Optional.of(connection);
        connection.session = session;
        stats.count(Stats.Of.resumes, going.bot.user().name());
        missed.get().forEach(event -> connection.send(event.frame()));
        dispatcher.send(going, new Audience.Event("RESUMED", Json.object()));
        return Optional.empty();
    }
}
