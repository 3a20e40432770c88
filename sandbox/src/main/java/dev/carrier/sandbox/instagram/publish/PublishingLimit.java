package dev.carrier.sandbox.instagram.publish;

import dev.carrier.sandbox.instagram.graph.Call;
import dev.carrier.sandbox.instagram.graph.Graph;
import dev.carrier.sandbox.instagram.graph.Shape;
import dev.carrier.sandbox.instagram.world.Account;
import dev.carrier.sandbox.instagram.world.Rejected;
import dev.carrier.sandbox.instagram.world.Setting;
import dev.carrier.sandbox.instagram.world.World;
import dev.carrier.sandbox.json.Json;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.LongNode;

/**
 * {@code GET /{ig-id}/content_publishing_limit}: how much of the day's posts is used.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/content_publishing_limit">Content
 *     Publishing Limit</a>
 */
final class PublishingLimit {
    private final World world;
    private final Containers containers;
    private final Shape<Account> shape;

    PublishingLimit(World world, Containers containers) {
        this.world = world;
        this.containers = containers;
        this.shape =
                new Shape<Account>("IGContentPublishingLimit")
                        .field("quota_usage", (call, it, _) -> Optional.of(used(call, it)))
                        .field("config", (_, _, _) -> Optional.of(config()))
                        .usual("quota_usage");
    }

    void register(Graph graph, Graph.Nodes<Account> account) {
        graph.route(
                "GET",
                account,
                "content_publishing_limit",
                (call, it) -> {
                    var body = Json.object();
                    body.putArray("data").add(shape.write(call, it, call.fields()));
                    return body;
                });
    }

    private JsonNode used(Call call, Account account) {
        var now = world.clock().instant();
        var dayAgo = now.minus(Containers.DAY);
        var since = call.asked("since").map(PublishingLimit::time).orElse(dayAgo);
        if (since.isBefore(dayAgo.minusSeconds(1))) {
            throw Rejected.parameter("since cannot be older than 24 hours.");
        }
        return LongNode.valueOf(containers.published(account.id(), since));
    }

    private static Instant time(String seconds) {
        if (!seconds.matches("\\d{1,11}")) {
            throw Rejected.parameter("since must be a Unix timestamp.");
        }
        return Instant.ofEpochSecond(Long.parseLong(seconds));
    }

    private JsonNode config() {
        return Json.object()
                .put("quota_total", world.settings().number(Setting.POSTS_PER_DAY))
                .put("quota_duration", Containers.DAY.toSeconds());
    }
}
