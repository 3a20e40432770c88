package dev.carrier.sandbox.instagram.payload;

import dev.carrier.sandbox.instagram.world.Account;
import dev.carrier.sandbox.instagram.world.App;
import dev.carrier.sandbox.instagram.world.Comment;
import dev.carrier.sandbox.instagram.world.Media;
import dev.carrier.sandbox.instagram.world.World;
import dev.carrier.sandbox.json.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Comments, those to a live video, and mentions on somebody else's media.
 *
 * @see <a href="https://developers.facebook.com/docs/instagram-platform/webhooks/examples">Webhook
 *     examples</a>
 */
public final class CommentUpdate {
    private CommentUpdate() {}

    /** What is told of a comment: to the owner of the media, and to whom it mentions elsewhere. */
    public static List<Update> of(World world, Comment comment, Media media) {
        var updates = new ArrayList<Update>();
        var owner = world.account(media.owner().id());
        owner.ifPresent(it ->
                updates.add(
                        update(
                                world,
                                it,
                                media.live() ? "live_comments" : "comments",
                                comment,
                                value(world, comment, media))));
        for (var account : world.mentioned(comment.text())) {
            if (owner.isEmpty() && !comment.by().id().equals(account.id())) {
                updates.add(mention(world, account, comment, media));
            }
        }
        return updates;
    }

    /** What is told of a caption: to whom it mentions, by the field {@code mentions} only. */
    public static List<Update> caption(World world, Media media) {
        var updates = new ArrayList<Update>();
        for (var account : world.mentioned(media.is().caption())) {
            if (world.app().mentionsField() && !media.owner().id().equals(account.id())) {
                updates.add(
                        new Update(
                                account,
                                "mentions",
                                media.at(),
                                media.id(),
                                Json.object().put("media_id", media.id())));
            }
        }
        return updates;
    }

    private static Update mention(World world, Account account, Comment comment, Media media) {
        App app = world.app();
        if (app.mentionsField()) {
            var value = Json.object().put("comment_id", comment.id()).put("media_id", media.id());
            return update(world, account, "mentions", comment, value);
        }
        return update(world, account, "comments", comment, value(world, comment, media));
    }

    private static Update update(
            World world, Account account, String field, Comment comment, ObjectNode value) {
        return new Update(account, field, world.clock().instant(), comment.root(), value);
    }

    private static ObjectNode value(World world, Comment comment, Media media) {
        var value = Json.object().put("id", comment.id());
        comment.parent().ifPresent(it -> value.put("parent_id", it));
        value.put("text", comment.text());
        value.set("from", CommentShape.from(world, comment.by()));
        var about = value.putObject("media").put("id", media.id());
        about.put("media_product_type", media.is().product().name());
        if (media.is().product() == Media.Product.AD) {
            about.put("ad_id", media.id() + "1").put("ad_title", "Sponsored");
            about.put("original_media_id", media.id());
        }
        return value;
    }
}
