package dev.carrier.sandbox.instagram.payload;

import dev.carrier.sandbox.instagram.graph.Paging;
import dev.carrier.sandbox.instagram.graph.Shape;
import dev.carrier.sandbox.instagram.world.Comment;
import dev.carrier.sandbox.instagram.world.Comments;
import dev.carrier.sandbox.instagram.world.Media;
import dev.carrier.sandbox.instagram.world.Setting;
import dev.carrier.sandbox.instagram.world.World;
import dev.carrier.sandbox.json.Json;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.LongNode;

/**
 * Something that was published.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/reference/instagram-media">IG
 *     Media</a>
 */
final class MediaShape {
    private MediaShape() {}

    static Shape<Media> of(World world, Comments comments, Supplier<Shape<Comment>> comment) {
        var shape = new Shape<Media>("IGMedia");
        return shape.usual("id")
                .text("id", Media::id)
                .maybe("caption", it -> Optional.of(it.is().caption()).filter(c -> !c.isEmpty()))
                .text("media_type", it -> it.is().kind().name())
                .text("media_product_type", it -> it.is().product().name())
                .maybe("media_url", it -> Optional.of(it.is().url()).filter(u -> !u.isEmpty()))
                .maybe("thumbnail_url", _ -> Optional.empty())
                .text("permalink", Media::permalink)
                .text("shortcode", Media::shortcode)
                .text("timestamp", it -> Times.of(it.at()))
                .text("username", it -> it.owner().username())
                .maybe("alt_text", it -> it.is().altText())
                .field(
                        "is_comment_enabled",
                        (_, it, _) -> Optional.of(BooleanNode.valueOf(it.commentsOn())))
                .field("owner", (_, it, _) -> Optional.of(Json.object().put("id", it.owner().id())))
                .field("like_count", (_, _, _) -> Optional.of(LongNode.valueOf(0)))
                .field(
                        "comments_count",
                        (_, it, _) -> Optional.of(LongNode.valueOf(comments.count(it.id()))))
                .field(
                        "children",
                        (call, it, field) ->
                                it.children().isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(
                                                Paging.page(
                                                        call,
                                                        it.id() + "/children",
                                                        it.children().stream()
                                                                .flatMap(id ->
                                                                        world.media(id).stream())
                                                                .toList(),
                                                        Paging.Wish.of(field, 25, 25),
                                                        Media::id,
                                                        one ->
                                                                shape.write(
                                                                        call,
                                                                        one,
                                                                        field.within()))))
                .field(
                        "comments",
                        (call, it, field) ->
                                Optional.of(
                                        Paging.page(
                                                call,
                                                it.id() + "/comments",
                                                comments.top(it.id()),
                                                Paging.Wish.of(
                                                        field,
                                                        25,
                                                        world.settings()
                                                                .number(Setting.COMMENTS_PAGE)),
                                                Comment::id,
                                                one ->
                                                        comment.get()
                                                                .write(
                                                                        call,
                                                                        one,
                                                                        field.within()))));
    }
}
