package dev.carrier.sandbox.instagram.graph;

import dev.carrier.sandbox.json.Json;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What a request says, wherever it says it: query, form or JSON. Stateless. */
final class Parameters {
    private Parameters() {}

    /** All of them; JSON wins over the form, the form over the query. */
    static ObjectNode of(Context context) {
        var all = Json.object();
        put(all, context.queryParamMap());
        var type = Objects.requireNonNullElse(context.contentType(), "");
        if (type.startsWith("application/json")) {
            Json.objectOf(context.body())
                    .properties()
                    .forEach(it -> all.set(it.getKey(), it.getValue()));
        } else if (type.startsWith("application/x-www-form-urlencoded")
                || type.startsWith("multipart/form-data")) {
            put(all, context.formParamMap());
        }
        return all;
    }

    private static void put(ObjectNode all, Map<String, List<String>> given) {
        given.forEach((name, values) -> all.put(name, values.getFirst()));
    }

    /** The token: as a parameter, or as {@code Authorization: Bearer}. */
    static Optional<String> token(Context context, ObjectNode parameters) {
        return Json.text(parameters, "access_token")
                .or(() ->
                        Optional.ofNullable(context.header("Authorization"))
                                .filter(it -> it.startsWith("Bearer ") || it.startsWith("OAuth "))
                                .map(it -> it.substring(it.indexOf(' ') + 1)));
    }
}
