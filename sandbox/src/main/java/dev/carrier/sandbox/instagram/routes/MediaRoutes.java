package dev.carrier.sandbox.instagram.routes;

import dev.carrier.sandbox.instagram.graph.Call;
import dev.carrier.sandbox.instagram.graph.Graph;
import dev.carrier.sandbox.instagram.graph.Paging;
import dev.carrier.sandbox.instagram.payload.Shapes;
import dev.carrier.sandbox.instagram.world.Account;
import dev.carrier.sandbox.instagram.world.Media;
import dev.carrier.sandbox.instagram.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * What an account has published.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/media">IG
 *     User Media</a>
 */
public final class MediaRoutes {
    private static final Duration STORY = Duration.ofHours(24);

    private final World world;
    private final Shapes shapes;

    /** The media of {@code world}. */
    public MediaRoutes(World world, Shapes shapes) {
        this.world = world;
        this.shapes = shapes;
    }

    /** Adds its routes. */
    public void register(Graph graph, Found found) {
        graph.route(
                "GET",
                found::media,
                "",
                (call, media) -> shapes.media().write(call, media, call.fields()));
        graph.route("POST", found::media, "", this::change);
        graph.route("GET", found::media, "children", this::children);
        graph.route("GET", found::account, "media", this::feed);
        graph.route(
                "GET",
                found::account,
                "stories",
                (call, account) -> list(call, account, "stories", this::running));
        graph.route(
                "GET",
                found::account,
                "live_media",
                (call, account) ->
                        list(call, account, "live_media", it -> it.live() && !it.over()));
    }

    private JsonNode feed(Call call, Account account) {
        var since = call.asked("since").map(MediaRoutes::time).orElse(Instant.MIN);
        var until = call.asked("until").map(MediaRoutes::time).orElse(Instant.MAX);
        return list(
                call,
                account,
                "media",
                it ->
                        it.is().product() != Media.Product.STORY
                                && !it.live()
                                && !it.at().isBefore(since)
                                && !it.at().isAfter(until));
    }

    private static Instant time(String seconds) {
        return seconds.matches("\\d{1,11}")
                ? Instant.ofEpochSecond(Long.parseLong(seconds))
                : Instant.parse(seconds);
    }

    private boolean running(Media media) {
        return media.is().product() == Media.Product.STORY
                && media.at().plus(STORY).isAfter(world.clock().instant());
    }

    private JsonNode list(Call call, Account account, String edge, Predicate<Media> wanted) {
        return page(
                call,
                account.id() + "/" + edge,
                world.mediaOf(account.id()).stream().filter(wanted).toList());
    }

    private JsonNode children(Call call, Media media) {
        var parts = media.children().stream().flatMap(id -> world.media(id).stream()).toList();
        return page(call, media.id() + "/children", parts);
    }

    private JsonNode page(Call call, String edge, List<Media> all) {
        return Paging.page(
                call,
                edge,
                all,
                Paging.Wish.of(call, 25, 100),
                Media::id,
                it -> shapes.media().write(call, it, call.fields()));
    }

    private JsonNode change(Call call, Media media) {
        world.commentsOn(media, Boolean.parseBoolean(call.needed("comment_enabled")));
        return AccountRoutes.success();
    }
}
