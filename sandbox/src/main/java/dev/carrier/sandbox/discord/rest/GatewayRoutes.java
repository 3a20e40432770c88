package dev.carrier.sandbox.discord.rest;

import dev.carrier.sandbox.json.Json;
import dev.carrier.sandbox.orders.Answer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where the gateway is.
 *
 * @see <a href="https://docs.discord.com/developers/events/gateway#get-gateway-bot">Get gateway
 *     bot</a>
 */
public final class GatewayRoutes {
    private static final long A_DAY_MS = 86_400_000;

    private volatile String url = "";

    /** Says where the gateway is. */
    public void gatewayAt(String value) {
        url = value;
    }

    /** Adds its routes. */
    public void register(Rest rest, RoutesConfig routes) {
        rest.open(routes, "/gateway", () -> Answer.json(200, address()));
        rest.route(
                routes,
                HandlerType.GET,
                "/gateway/bot",
                RateLimits.Kind.FREE,
                _ -> {
                    var body = address().put("shards", 1);
                    body.putObject("session_start_limit")
                            .put("total", 1000)
                            .put("remaining", 1000)
                            .put("reset_after", A_DAY_MS)
                            .put("max_concurrency", 1);
                    return Answer.json(200, body);
                });
    }

    private ObjectNode address() {
        return Json.object().put("url", url);
    }
}
