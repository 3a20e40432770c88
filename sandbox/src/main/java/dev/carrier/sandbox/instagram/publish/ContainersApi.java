package dev.carrier.sandbox.instagram.publish;

import dev.carrier.sandbox.instagram.publish.Container.Life;
import dev.carrier.sandbox.instagram.world.World;
import dev.carrier.sandbox.json.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import tools.jackson.databind.node.ObjectNode;

/** {@code /sandbox/instagram/containers}: what containers there are, and their early ends. */
final class ContainersApi {
    private static final String BASE = "/sandbox/instagram/containers";
    private static final long PROCESSING_FAILED = 2_207_082;

    private final World world;
    private final Containers containers;

    ContainersApi(World world, Containers containers) {
        this.world = world;
        this.containers = containers;
    }

    void register(RoutesConfig routes) {
        routes.get(BASE, this::list);
        routes.patch(BASE + "/{id}", this::change);
    }

    private void list(Context context) {
        var list = Json.array();
        containers.all().forEach(it -> list.add(view(it)));
        context.contentType("application/json").result(Json.write(list));
    }

    private ObjectNode view(Container container) {
        var now = world.clock().instant();
        var node =
                Json.object()
                        .put("id", container.id())
                        .put("owner", container.owner())
                        .put("kind", container.form().kind().name())
                        .put("item", container.form().item())
                        .put("caption", container.form().caption())
                        .put("status", container.status(now).name())
                        .put("made", container.made().toEpochMilli());
        if (container.life() instanceof Life.Published(var media)) {
            node.put("media", media);
        }
        return node;
    }

    private void change(Context context) {
        var body = Json.objectOf(context.body());
        var subcode = (int) Json.number(body, "subcode").orElse(PROCESSING_FAILED);
        var status = Json.text(body, "status", "");
        if (!status.equals("ERROR") && !status.equals("EXPIRED")) {
            context.status(400).result("{\"error\":\"status: ERROR or EXPIRED\"}");
            return;
        }
        var changed =
                containers.change(
                        context.pathParam("id"),
                        it -> status.equals("ERROR") ? it.failed(subcode) : it.expired());
        context.status(changed.isPresent() ? 204 : 404);
    }
}
