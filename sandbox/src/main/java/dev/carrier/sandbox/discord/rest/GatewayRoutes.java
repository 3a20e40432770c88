package dev.carrier.sandbox.discord.rest;

import dev.carrier.sandbox.discord.gateway.Admission;
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
    private final Admission admission;
    private volatile String url = "";

    /** The routes of a gateway to which {@code admission} admits. */
    public GatewayRoutes(Admission admission) {
        this.admission = admission;
    }

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
                call -> {
                    var starts = admission.starts(call.bot().id());
                    var body = address().put("shards", admission.shards());
                    body.putObject("session_start_limit")
                            .put("total", starts.total())
                            .put("remaining", Math.max(0, starts.remaining()))
                            .put("reset_after", starts.resetAfterMs())
                            .put("max_concurrency", starts.concurrency());
                    return Answer.json(200, body);
                });
    }

    private ObjectNode address() {
        return Json.object().put("url", url);
    }
}
