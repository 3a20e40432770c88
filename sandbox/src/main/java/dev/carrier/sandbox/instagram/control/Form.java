package dev.carrier.sandbox.instagram.control;

import dev.carrier.sandbox.instagram.world.Rejected;
import dev.carrier.sandbox.json.Json;
import io.javalin.http.Context;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A request to the control API. */
record Form(Context context, JsonNode body) {
    static Form of(Context context) {
        return new Form(context, Json.objectOf(context.body()));
    }

    /** The text under {@code key}. */
    String text(String key) {
        return maybe(key).orElseThrow(() -> Rejected.parameter(key + " is required."));
    }

    Optional<String> maybe(String key) {
        return Json.text(body, key);
    }

    boolean flag(String key, boolean otherwise) {
        return Json.flag(body, key, otherwise);
    }

    long number(String key, long otherwise) {
        return Json.number(body, key).orElse(otherwise);
    }

    String path(String name) {
        return context.pathParam(name);
    }
}
