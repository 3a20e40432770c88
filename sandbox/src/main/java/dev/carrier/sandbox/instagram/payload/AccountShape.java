package dev.carrier.sandbox.instagram.payload;

import dev.carrier.sandbox.instagram.graph.Shape;
import dev.carrier.sandbox.instagram.world.Account;
import dev.carrier.sandbox.instagram.world.Comment;
import dev.carrier.sandbox.instagram.world.Comments;
import dev.carrier.sandbox.instagram.world.Media;
import dev.carrier.sandbox.instagram.world.Rejected;
import dev.carrier.sandbox.instagram.world.World;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.IntNode;

/**
 * An account, as it sees itself. A mention elsewhere is read through it.
 *
 * @see <a href="https://developers.facebook.com/docs/instagram-platform/reference/me">Me</a>
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/mentioned_comment">Mentioned
 *     comment</a>
 */
final class AccountShape {
    private AccountShape() {}

    static Shape<Account> of(
            World world,
            Comments comments,
            Supplier<Shape<Media>> media,
            Supplier<Shape<Comment>> comment) {
        return new Shape<Account>("IGUser")
                .usual("id")
                .text("id", Account::appScoped)
                .text("user_id", Account::id)
                .text("username", Account::username)
                .text("name", Account::name)
                .text("account_type", Account::type)
                .maybe("biography", _ -> Optional.empty())
                .maybe("profile_picture_url", _ -> Optional.empty())
                .field("followers_count", (_, _, _) -> Optional.of(IntNode.valueOf(7)))
                .field("follows_count", (_, _, _) -> Optional.of(IntNode.valueOf(7)))
                .field(
                        "media_count",
                        (_, it, _) -> Optional.of(IntNode.valueOf(world.mediaOf(it.id()).size())))
                .field(
                        "mentioned_comment",
                        (call, it, field) -> {
                            var id = field.arguments().getOrDefault("comment_id", "");
                            var found =
                                    comments.find(id)
                                            .filter(one -> world.mentioned(one.text()).contains(it))
                                            .orElseThrow(() -> Rejected.unknown("get", id));
                            return Optional.of(comment.get().write(call, found, field.within()));
                        })
                .field(
                        "mentioned_media",
                        (call, it, field) -> {
                            var id = field.arguments().getOrDefault("media_id", "");
                            var found =
                                    world.media(id)
                                            .filter(one -> mentions(world, comments, one, it))
                                            .orElseThrow(() -> Rejected.unknown("get", id));
                            return Optional.of(media.get().write(call, found, field.within()));
                        });
    }

    private static boolean mentions(World world, Comments comments, Media media, Account account) {
        return world.mentioned(media.is().caption()).contains(account)
                || comments.all(media.id()).stream()
                        .anyMatch(it -> world.mentioned(it.text()).contains(account));
    }
}
