package dev.carrier.sandbox.discord.control;

import dev.carrier.sandbox.discord.gateway.Admission;
import dev.carrier.sandbox.json.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** {@code PATCH /sandbox/discord/gateway}: what Discord asks of a bot that has grown. */
public final class GatewayApi {
    private final Admission admission;

    /** The control API of {@code admission}. */
    public GatewayApi(Admission admission) {
        this.admission = admission;
    }

    /** Adds its route. */
    public void register(RoutesConfig routes) {
        Control.route(routes, HandlerType.PATCH, "/gateway", this::change);
    }

    private JsonNode change(Form form) {
        if (form.body().has("shards")) {
            admission.recommend(
                    number(form, "shards", 1), Math.max(1, number(form, "maxConcurrency", 1)));
        }
        if (form.body().has("remaining")) {
            admission.left(
                    number(form, "remaining", 1000),
                    Duration.ofMillis(number(form, "resetAfter", 86_400_000)));
        }
        if (form.body().has("guildsPerShard")) {
            admission.guildsPerShard(number(form, "guildsPerShard", 2500));
        }
        return Json.object();
    }

    private static int number(Form form, String key, int otherwise) {
        return (int) Json.number(form.body(), key).orElse(otherwise);
    }
}
