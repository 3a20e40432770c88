package dev.carrier.sandbox.instagram.payload;

import dev.carrier.sandbox.instagram.graph.Fields;
import dev.carrier.sandbox.instagram.graph.Paging;
import dev.carrier.sandbox.instagram.graph.Shape;
import dev.carrier.sandbox.instagram.world.Author;
import dev.carrier.sandbox.instagram.world.Comment;
import dev.carrier.sandbox.instagram.world.Comments;
import dev.carrier.sandbox.instagram.world.Media;
import dev.carrier.sandbox.instagram.world.Setting;
import dev.carrier.sandbox.instagram.world.World;
import dev.carrier.sandbox.json.Json;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A comment.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-comment">IG
 *     Comment</a>
 */
final class CommentShape {
    private CommentShape() {}

    static Shape<Comment> of(
            World world,
            Comments comments,
            Supplier<Shape<Media>> media,
            Supplier<Shape<Comment>> comment) {
        return new Shape<Comment>("IGComment")
                .usual("timestamp", "text", "id")
                .text("id", Comment::id)
                .text("text", Comment::text)
                .text("timestamp", it -> Times.of(it.at()))
                .text("username", it -> it.by().username())
                .maybe("parent_id", Comment::parent)
                .maybe("legacy_instagram_comment_id", it -> Optional.of(it.id()))
                .field("from", (_, it, _) -> Optional.of(from(world, it.by())))
                // Given only for an account that the token is for.
                .field(
                        "user",
                        (call, it, _) ->
                                it.by().id().equals(call.account().id())
                                        ? Optional.of(Json.object().put("id", it.by().id()))
                                        : Optional.empty())
                .field("hidden", (_, it, _) -> Optional.of(BooleanNode.valueOf(it.hidden())))
                .field("like_count", (_, _, _) -> Optional.of(IntNode.valueOf(0)))
                .field(
                        "media",
                        (call, it, field) ->
                                world.media(it.media())
                                        .map(one -> media.get().write(call, one, field.within())))
                .field(
                        "replies",
                        (call, it, field) -> {
                            var below = comments.replies(it.id());
                            return below.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(
                                            Paging.page(
                                                    call,
                                                    it.id() + "/replies",
                                                    below,
                                                    wish(world, field),
                                                    Comment::id,
                                                    one ->
                                                            comment.get()
                                                                    .write(
                                                                            call,
                                                                            one,
                                                                            field.within())));
                        });
    }

    private static Paging.Wish wish(World world, Fields.Field field) {
        return Paging.Wish.of(field, 25, world.settings().number(Setting.COMMENTS_PAGE));
    }

    /** {@code self_ig_scoped_id} is there where an account of the app wrote it. */
    static ObjectNode from(World world, Author by) {
        var node = Json.object().put("id", by.id()).put("username", by.username());
        world.account(by.id()).ifPresent(it -> node.put("self_ig_scoped_id", it.selfScoped()));
        return node;
    }
}
