package dev.carrier.sandbox.instagram.routes;

import dev.carrier.sandbox.instagram.graph.Call;
import dev.carrier.sandbox.instagram.graph.Graph;
import dev.carrier.sandbox.instagram.graph.Paging;
import dev.carrier.sandbox.instagram.payload.Shapes;
import dev.carrier.sandbox.instagram.world.Account;
import dev.carrier.sandbox.instagram.world.Comment;
import dev.carrier.sandbox.instagram.world.Comments;
import dev.carrier.sandbox.instagram.world.Media;
import dev.carrier.sandbox.instagram.world.Rejected;
import dev.carrier.sandbox.instagram.world.Setting;
import dev.carrier.sandbox.instagram.world.World;
import dev.carrier.sandbox.json.Json;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Comments.
 *
 * @see <a href="https://developers.facebook.com/docs/instagram-platform/comment-moderation">Comment
 *     moderation</a>
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-comment/replies">IG
 *     Comment Replies</a>
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/mentions">IG
 *     User Mentions</a>
 */
public final class CommentRoutes {
    private final World world;
    private final Comments comments;
    private final Shapes shapes;

    /** The comments of {@code world}. */
    public CommentRoutes(World world, Comments comments, Shapes shapes) {
        this.world = world;
        this.comments = comments;
        this.shapes = shapes;
    }

    /** Adds its routes. */
    public void register(Graph graph, Found found) {
        graph.route(
                "GET",
                found::media,
                "comments",
                (call, media) -> page(call, media.id() + "/comments", comments.top(media.id())));
        graph.route(
                "POST",
                found::media,
                "comments",
                (call, media) -> write(call, media, Optional.empty()));
        graph.route(
                "GET",
                found::comment,
                "",
                (call, comment) -> shapes.comment().write(call, comment, call.fields()));
        graph.route(
                "GET",
                found::comment,
                "replies",
                (call, comment) ->
                        page(call, comment.id() + "/replies", comments.replies(comment.id())));
        graph.route("POST", found::comment, "replies", this::reply);
        graph.route("POST", found::comment, "", this::hide);
        graph.route("DELETE", found::comment, "", this::delete);
        graph.route("POST", found::account, "mentions", this::mention);
    }

    private JsonNode page(Call call, String edge, List<Comment> all) {
        return Paging.page(
                call,
                edge,
                all,
                Paging.Wish.of(call, 25, world.settings().number(Setting.COMMENTS_PAGE)),
                Comment::id,
                it -> shapes.comment().write(call, it, call.fields()));
    }

    private JsonNode reply(Call call, Comment comment) {
        var media = world.media(comment.media()).orElseThrow();
        if (comment.hidden()) {
            throw Rejected.parameter("Hidden comments cannot be replied to.");
        }
        if (media.live()) {
            throw Rejected.parameter("Comments on a live video cannot be replied to.");
        }
        return write(call, media, Optional.of(comment.id()));
    }

    private JsonNode write(Call call, Media media, Optional<String> parent) {
        var text = call.needed("message");
        var comment = comments.write(call.account().author(), media, parent, text);
        return Json.object().put("id", comment.id());
    }

    private JsonNode hide(Call call, Comment comment) {
        var hide = call.needed("hide");
        if (!hide.equals("true") && !hide.equals("false")) {
            throw Rejected.parameter("Param hide must be a boolean.");
        }
        moderated(call, comment, false);
        comments.hide(comment, Boolean.parseBoolean(hide));
        return AccountRoutes.success();
    }

    private JsonNode delete(Call call, Comment comment) {
        moderated(call, comment, true);
        comments.delete(comment);
        return AccountRoutes.success();
    }

    /** Who owns the media decides, but not below a live video; deleting one's own is allowed. */
    private void moderated(Call call, Comment comment, boolean ownToo) {
        var media = world.media(comment.media()).orElseThrow();
        var us = call.account().id();
        var may = media.owner().id().equals(us) || (ownToo && comment.by().id().equals(us));
        if (!may || media.live()) {
            throw Rejected.unknown(call.method(), comment.id());
        }
    }

    /** Answers where the account was mentioned, on somebody else's media. */
    private JsonNode mention(Call call, Account account) {
        var id = call.needed("media_id");
        var media = world.media(id).orElseThrow(() -> Rejected.unknown("post", id));
        var comment = call.asked("comment_id");
        var said =
                comment.map(it ->
                                comments.find(it)
                                        .orElseThrow(() -> Rejected.unknown("post", it))
                                        .text())
                        .orElse(media.is().caption());
        if (!world.mentioned(said).contains(account)) {
            throw Rejected.unknown("post", comment.orElse(id));
        }
        return write(call, media, comment);
    }
}
