package dev.carrier.sandbox.discord.control;

import dev.carrier.sandbox.discord.world.Rejected;
import dev.carrier.sandbox.json.Json;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** A request to the control API. */
record Form(Context context, JsonNode body) {
    static Form of(Context context) {
        return new Form(context, Json.objectOf(context.body()));
    }

    /** The text under {@code key}. */
    String text(String key) {
        return Json.text(body, key).orElseThrow(() -> missing(key));
    }

    Optional<String> maybe(String key) {
        return Json.text(body, key);
    }

    /** The id under {@code key}. */
    long id(String key) {
        return Json.number(body, key).orElseThrow(() -> missing(key));
    }

    OptionalLong maybeId(String key) {
        return Json.number(body, key);
    }

    /** The ids in the list under {@code key}. */
    List<Long> ids(String key) {
        return Json.list(body, key).stream()
                .map(node -> node.asString(""))
                .filter(text -> text.matches("\\d{1,18}|[1-8]\\d{18}"))
                .map(Long::parseLong)
                .toList();
    }

    boolean flag(String key, boolean otherwise) {
        return Json.flag(body, key, otherwise);
    }

    /** The id at {@code name} in the path; 0, which nothing has, if it is none. */
    long path(String name) {
        var text = context.pathParam(name);
        return text.matches("\\d{1,18}|[1-8]\\d{18}") ? Long.parseLong(text) : 0;
    }

    private static Rejected missing(String key) {
        return Rejected.form(key, "BASE_TYPE_REQUIRED", "This field is required");
    }
}
