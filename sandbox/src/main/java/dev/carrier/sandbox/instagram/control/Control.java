package dev.carrier.sandbox.instagram.control;

import dev.carrier.sandbox.instagram.world.Rejected;
import dev.carrier.sandbox.json.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** How the control API answers: JSON, and refusals in Instagram's words. */
final class Control {
    static final String BASE = "/sandbox/instagram";

    private Control() {}

    static void route(
            RoutesConfig routes,
            HandlerType method,
            String path,
            Function<Form, JsonNode> handler) {
        routes.addHttpHandler(method, BASE + path, context -> answer(context, handler));
    }

    private static void answer(Context context, Function<Form, JsonNode> handler) {
        JsonNode body;
        try {
            body = handler.apply(Form.of(context));
        } catch (Rejected rejected) {
            context.status(rejected.refusal().status());
            body = rejected.refusal().body();
        }
        context.contentType("application/json").result(Json.write(body));
    }
}
