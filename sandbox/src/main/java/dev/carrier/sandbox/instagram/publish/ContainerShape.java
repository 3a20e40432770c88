package dev.carrier.sandbox.instagram.publish;

import dev.carrier.sandbox.instagram.graph.Shape;
import dev.carrier.sandbox.instagram.publish.Container.Status;
import dev.carrier.sandbox.json.Json;
import java.time.Clock;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A container.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-container">IG
 *     Container</a>
 */
final class ContainerShape {
    private ContainerShape() {}

    static Shape<Container> of(Clock clock) {
        return new Shape<Container>("IGContainer")
                .text("id", Container::id)
                .text("status", it -> it.words(clock.instant()))
                .text("status_code", it -> it.status(clock.instant()).name())
                .field(
                        "copyright_check_status",
                        (_, it, _) -> Optional.of(copyright(it.status(clock.instant()))))
                .usual("id");
    }

    /** Nothing that is published here belongs to anybody else. */
    private static JsonNode copyright(Status status) {
        var done = status != Status.IN_PROGRESS;
        return Json.object()
                .put("status", done ? "completed" : "in_progress")
                .put("matches_found", false);
    }
}
