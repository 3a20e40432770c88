package dev.carrier.sandbox.instagram.control;

import dev.carrier.sandbox.instagram.world.Rejected;
import dev.carrier.sandbox.json.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * Files that people send in direct messages, at addresses nobody can guess: as on Meta's {@code
 * lookaside} they need no token.
 */
public final class FilesApi {
    private static final String FILES = "/instagram/files/";

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Kept(String contentType, byte[] content) {}

    /** No files yet. */
    public FilesApi() {}

    /** Adds its routes. */
    public void register(RoutesConfig routes) {
        Control.route(routes, HandlerType.POST, "/files", this::keep);
        routes.get(FILES + "{file}", this::serve);
    }

    private JsonNode keep(Form form) {
        var id = UUID.randomUUID().toString();
        try {
            var content = Base64.getDecoder().decode(form.text("base64"));
            kept.put(id, new Kept(form.text("contentType"), content));
        } catch (IllegalArgumentException e) {
            throw Rejected.parameter("base64 is not well-formed.");
        }
        var context = form.context();
        return Json.object().put("url", context.scheme() + "://" + context.host() + FILES + id);
    }

    private void serve(Context context) {
        var file = kept.get(context.pathParam("file"));
        context.header("X-Content-Type-Options", "nosniff");
        if (file == null) {
            context.status(404).result("There is no such file.");
        } else {
            context.contentType(file.contentType()).result(file.content());
        }
    }
}
