package dev.carrier.sandbox.instagram.graph;

import dev.carrier.sandbox.http.Wire;
import dev.carrier.sandbox.instagram.world.Rejected;
import dev.carrier.sandbox.instagram.world.Token;
import dev.carrier.sandbox.instagram.world.World;
import dev.carrier.sandbox.json.Json;
import dev.carrier.sandbox.orders.Answer;
import dev.carrier.sandbox.orders.Exchange;
import dev.carrier.sandbox.orders.GraphRefusal;
import dev.carrier.sandbox.orders.Orders;
import dev.carrier.sandbox.orders.Where;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/**
 * How a request to the Graph API is answered: orders, then the token, then the usage, then the
 * route. A path is {@code /version/node/edge}; which route it is depends on what kind of node its
 * id names, so every route says how its nodes are found. Routes are added before the server starts.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/overview">Graph API overview</a>
 */
public final class Graph {
    private static final String BASE = "/instagram/graph/";

    private final World world;
    private final Orders orders;
    private final Usage usage;
    private final List<Route<?>> routes = new ArrayList<>();
    private final List<Open> open = new ArrayList<>();

    /** The API to {@code world}, without routes yet. */
    public Graph(World world, Orders orders, Usage usage) {
        this.world = world;
        this.orders = orders;
        this.usage = usage;
    }

    /** Finds what an id names; empty if it is another kind of thing, or not for this account. */
    public interface Nodes<N> extends BiFunction<Call, String, Optional<N>> {}

    /** Answers for a node; a {@link Rejected} is answered as Meta words it. */
    public interface Handler<N> extends BiFunction<Call, N, JsonNode> {}

    private record Route<N>(String method, String edge, Nodes<N> nodes, Handler<N> handler) {
        Optional<JsonNode> answer(Call call, String id) {
            return nodes.apply(call, id).map(node -> handler.apply(call, node));
        }
    }

    /** Answers a path without a node, with the token that was shown, be it of use or not. */
    public interface OpenHandler extends BiFunction<Context, Optional<String>, JsonNode> {}

    private record Open(String path, OpenHandler handler) {}

    /**
     * Adds a route.
     *
     * @param method GET, POST or DELETE
     * @param edge what follows the id, such as {@code comments}; empty for the node itself
     */
    public <N> void route(String method, Nodes<N> nodes, String edge, Handler<N> handler) {
        routes.add(new Route<>(method, edge, nodes, handler));
    }

    /** Adds a GET that looks at tokens itself, such as {@code refresh_access_token}. */
    public void open(String path, OpenHandler handler) {
        open.add(new Open(path, handler));
    }

    /** Puts it on the server. */
    public void register(RoutesConfig config) {
        for (var method : List.of(HandlerType.GET, HandlerType.POST, HandlerType.DELETE)) {
            config.addHttpHandler(method, BASE + "<path>", this::serve);
        }
    }

    private void serve(Context context) {
        var path = GraphPath.of(context.pathParam("path"));
        var parameters = Parameters.of(context);
        var token = Parameters.token(context, parameters);
        parameters.remove("access_token");
        var account =
                token.flatMap(world.tokens()::find).flatMap(it -> world.account(it.account()));
        var exchange =
                new Exchange(
                        Where.INSTAGRAM_GRAPH,
                        context.method().name(),
                        context.path(),
                        account.map(it -> it.username()).orElse(""),
                        Json.write(parameters));
        Wire.serve(
                context,
                orders,
                exchange,
                () -> {
                    try {
                        var special = open.stream().filter(it -> path.is(it.path())).findFirst();
                        if (special.isPresent()) {
                            return Answer.json(200, special.get().handler().apply(context, token));
                        }
                        var good = world.tokens().check(token.orElseThrow(Graph::noToken));
                        return answered(context, path, good, parameters);
                    } catch (Rejected rejected) {
                        return rejected.refusal().answer();
                    }
                });
    }

    private Answer answered(
            Context context,
            GraphPath path,
            Token token,
            tools.jackson.databind.node.ObjectNode parameters) {
        var account = world.account(token.account()).orElseThrow(Graph::noToken);
        var base = context.scheme() + "://" + context.host() + BASE + path.version();
        var call = new Call(account, context.method().name(), base, token.text(), parameters);
        var refused = usage.count(account, path.edge().equals("messages"));
        Answer answer;
        try {
            answer =
                    refused.map(GraphRefusal::answer)
                            .orElseGet(() -> Answer.json(200, route(call, path)));
        } catch (Rejected rejected) {
            answer = rejected.refusal().answer();
        }
        return usage.shown(account, answer);
    }

    private JsonNode route(Call call, GraphPath path) {
        var id = path.node().equals("me") ? call.account().id() : path.node();
        var edges =
                routes.stream()
                        .filter(it -> it.edge().equals(path.edge()))
                        .filter(it -> it.method().equals(call.method()))
                        .toList();
        for (var route : edges) {
            var answer = route.answer(call, id);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw Rejected.unknown(call.method(), path.node());
    }

    private static Rejected noToken() {
        return Rejected.of(
                GraphRefusal.of(
                        2500,
                        "An active access token must be used to query information about the current user."));
    }
}
