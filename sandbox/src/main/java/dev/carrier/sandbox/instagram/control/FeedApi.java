package dev.carrier.sandbox.instagram.control;

import dev.carrier.sandbox.instagram.world.Author;
import dev.carrier.sandbox.instagram.world.Comment;
import dev.carrier.sandbox.instagram.world.Comments;
import dev.carrier.sandbox.instagram.world.Draft;
import dev.carrier.sandbox.instagram.world.Media;
import dev.carrier.sandbox.instagram.world.Rejected;
import dev.carrier.sandbox.instagram.world.World;
import dev.carrier.sandbox.json.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What people and accounts publish, and what is said below it. */
public final class FeedApi {
    private final World world;
    private final Comments comments;
    private final Views views;

    /** The control API of {@code comments}. */
    public FeedApi(World world, Comments comments, Views views) {
        this.world = world;
        this.comments = comments;
        this.views = views;
    }

    /** Adds its routes. */
    public void register(RoutesConfig routes) {
        Control.route(routes, HandlerType.POST, "/media", this::post);
        Control.route(routes, HandlerType.GET, "/accounts/{owner}/media", this::feed);
        Control.route(routes, HandlerType.GET, "/media/{media}", form -> views.media(media(form)));
        Control.route(routes, HandlerType.PATCH, "/media/{media}", this::change);
        Control.route(routes, HandlerType.POST, "/media/{media}/comments", this::comment);
        Control.route(routes, HandlerType.GET, "/media/{media}/comments", this::all);
        Control.route(routes, HandlerType.PATCH, "/comments/{comment}", this::hide);
        Control.route(routes, HandlerType.DELETE, "/comments/{comment}", this::delete);
    }

    private JsonNode post(Form form) {
        var draft =
                new Draft(
                        pick(Media.Kind.class, form.maybe("type").orElse("IMAGE")),
                        pick(Media.Product.class, form.maybe("product").orElse("FEED")),
                        form.maybe("caption").orElse(""),
                        form.maybe("url").orElse(""),
                        List.of(),
                        form.maybe("altText"),
                        form.flag("aiGenerated", false));
        return views.media(world.publish(author(form.text("owner")), draft));
    }

    private static <E extends Enum<E>> E pick(Class<E> of, String name) {
        try {
            return Enum.valueOf(of, name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Rejected.parameter("There is no " + name + ".");
        }
    }

    private JsonNode feed(Form form) {
        var list = Json.array();
        world.mediaOf(form.path("owner")).forEach(it -> list.add(views.media(it)));
        return list;
    }

    private JsonNode change(Form form) {
        var media = media(form);
        if (form.body().has("commentsOn")) {
            world.commentsOn(media, form.flag("commentsOn", true));
        }
        if (form.flag("over", false)) {
            world.ended(media(form));
        }
        return views.media(media(form));
    }

    private JsonNode comment(Form form) {
        var by = author(form.text("by"));
        Optional<String> parent = form.maybe("parent");
        return views.comment(comments.write(by, media(form), parent, form.text("text")));
    }

    private JsonNode all(Form form) {
        var list = Json.array();
        comments.all(form.path("media")).forEach(it -> list.add(views.comment(it)));
        return list;
    }

    private JsonNode hide(Form form) {
        comments.hide(found(form), form.flag("hidden", true));
        return views.comment(found(form));
    }

    private JsonNode delete(Form form) {
        comments.delete(found(form));
        return Json.object();
    }

    private Comment found(Form form) {
        var id = form.path("comment");
        return comments.find(id).orElseThrow(() -> Rejected.unknown("get", id));
    }

    private Media media(Form form) {
        var id = form.path("media");
        return world.media(id).orElseThrow(() -> Rejected.unknown("get", id));
    }

    private Author author(String id) {
        return world.author(id).orElseThrow(() -> Rejected.unknown("get", id));
    }
}
