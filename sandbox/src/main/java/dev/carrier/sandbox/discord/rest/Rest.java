package dev.carrier.sandbox.discord.rest;

import dev.carrier.sandbox.discord.world.Bot;
import dev.carrier.sandbox.discord.world.Rejected;
import dev.carrier.sandbox.discord.world.Stats;
import dev.carrier.sandbox.discord.world.Talk;
import dev.carrier.sandbox.discord.world.World;
import dev.carrier.sandbox.http.Wire;
import dev.carrier.sandbox.json.Json;
import dev.carrier.sandbox.orders.Answer;
import dev.carrier.sandbox.orders.Exchange;
import dev.carrier.sandbox.orders.Orders;
import dev.carrier.sandbox.orders.Where;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How a request to Discord's REST API is answered: orders, then the token, then the rate limit,
 * then its route.
 *
 * @see <a href="https://docs.discord.com/developers/reference">API reference</a>
 */
public final class Rest {
    private static final String BASE = "/api/v10";

    private final World world;
    private final Talk talk;
    private final Stats stats;
    private final Orders orders;
    private final RateLimits limits;

    /** The API to {@code world}. */
    public Rest(World world, Talk talk, Stats stats, Orders orders, Sizes sizes) {
        this.world = world;
        this.talk = talk;
        this.stats = stats;
        this.orders = orders;
        this.limits = new RateLimits(world.clock(), sizes);
    }

    /** What a route does. */
    interface Handler {
        /** Answers; a {@link Rejected} is answered as Discord words it. */
        Answer handle(Call call);
    }

    /** Adds a route for bots. */
    void route(
            RoutesConfig routes,
            HandlerType method,
            String path,
            RateLimits.Kind kind,
            Handler handler) {
        routes.addHttpHandler(
                method,
                BASE + path,
                context -> {
                    var upload = Upload.of(context, world);
                    var bot = bot(context);
                    var account = bot.map(b -> b.user().name()).orElse("");
                    var exchange =
                            new Exchange(
                                    Where.DISCORD_REST,
                                    context.method().name(),
                                    context.path(),
                                    account,
                                    upload.text());
                    stats.count(Stats.Of.requests, method.name() + " " + path);
                    Wire.serve(
                            context,
                            orders,
                            exchange,
                            () -> {
                                if (bot.isEmpty()) {
                                    return counted(unauthorized(), account);
                                }
                                var query = new HashMap<String, String>();
                                context.queryParamMap()
                                        .forEach((name, values) ->
                                                query.put(name, values.getFirst()));
                                var call =
                                        new Call(
                                                world,
                                                talk,
                                                bot.get(),
                                                context.pathParamMap(),
                                                query,
                                                upload.json(),
                                                upload.files());
                                return counted(
                                        limited(method.name() + " " + path, call, kind, handler),
                                        account);
                            });
                });
    }

    /** Adds a route that needs no token. */
    void open(RoutesConfig routes, String path, Supplier<Answer> answer) {
        routes.get(
                BASE + path,
                context -> {
                    var exchange = new Exchange(Where.DISCORD_REST, "GET", context.path(), "", "");
                    Wire.serve(context, orders, exchange, answer);
                });
    }

    /** Adds a route whose path is itself the right to ask. */
    void addressed(
            RoutesConfig routes,
            HandlerType method,
            String path,
            Function<Addressed, Answer> handler) {
        routes.addHttpHandler(
                method,
                BASE + path,
                context -> {
                    var body = context.body();
                    var exchange =
                            new Exchange(
                                    Where.DISCORD_REST,
                                    context.method().name(),
                                    context.path(),
                                    "",
                                    body);
                    stats.count(Stats.Of.requests, method.name() + " " + path);
                    var query = new HashMap<String, String>();
                    context.queryParamMap()
                            .forEach((name, values) -> query.put(name, values.getFirst()));
                    var call = new Addressed(context.pathParamMap(), query, Json.objectOf(body));
                    Wire.serve(
                            context,
                            orders,
                            exchange,
                            () -> {
                                try {
                                    return handler.apply(call).with("Via", "1.1 google");
                                } catch (Rejected rejected) {
                                    return Answer.json(rejected.status(), rejected.body())
                                            .with("Via", "1.1 google");
                                }
                            });
                });
    }

    /** Answers what has no route; to be added last. */
    public void unknown(RoutesConfig routes) {
        for (var method :
                List.of(
                        HandlerType.GET,
                        HandlerType.POST,
                        HandlerType.PUT,
                        HandlerType.PATCH,
                        HandlerType.DELETE)) {
            route(
                    routes,
                    method,
                    "/<unknown>",
                    RateLimits.Kind.FREE,
                    _ -> {
                        throw Rejected.with(404, 0, "404: Not Found");
                    });
        }
    }

    private Optional<Bot> bot(Context context) {
        return Optional.ofNullable(context.header("Authorization"))
                .filter(header -> header.startsWith("Bot "))
                .flatMap(header -> world.botWith(header.substring(4)));
    }

    private Answer limited(String route, Call call, RateLimits.Kind kind, Handler handler) {
        var major = call.path().getOrDefault("channel", call.path().getOrDefault("guild", ""));
        var ticket = limits.take(call.bot().id(), route, major, kind);
        if (ticket.refused().isPresent()) {
            stats.count(Stats.Of.rateLimited, route);
        }
        var answer = ticket.refused().orElseGet(() -> handled(call, handler));
        for (var header : ticket.headers().entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return answer.with("Via", "1.1 google");
    }

    private static Answer handled(Call call, Handler handler) {
        try {
            return handler.handle(call);
        } catch (Rejected rejected) {
            return Answer.json(rejected.status(), rejected.body());
        }
    }

    private Answer counted(Answer answer, String account) {
        if (answer.status() == 401 || answer.status() == 403 || answer.status() == 429) {
            stats.count(Stats.Of.invalidRequests, account);
        }
        return answer;
    }

    private static Answer unauthorized() {
        var body = Json.object().put("message", "401: Unauthorized").put("code", 0);
        return Answer.json(401, body).with("Via", "1.1 google");
    }
}
