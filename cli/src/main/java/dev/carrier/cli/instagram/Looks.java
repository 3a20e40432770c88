package dev.carrier.cli.instagram;

import dev.carrier.instagram.Comment;
import dev.carrier.instagram.Media;
import dev.carrier.instagram.Page;
import dev.carrier.instagram.Who;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Prints posts and what stands below them. Calls block. */
final class Looks {
    private static final int POSTS = 10;
    private static final int AT_ONCE = 50;
    private static final int PAGES = 10;
    private static final int LONGEST_CAPTION = 60;

    private final Reached account;
    private final Lines lines;

    Looks(Reached account, Lines lines) {
        this.account = account;
        this.lines = lines;
    }

    /** The comments below one post, or below the newest ones. */
    void comments(Optional<String> media) {
        var comments = account.graph().comments();
        List<Media> posts =
                media.isPresent()
                        ? List.of(comments.post(media.get()))
                        : comments.posts(account.me().id(), POSTS, Optional.empty()).items();
        posts.forEach(this::post);
        if (posts.isEmpty()) {
            lines.note("@" + account.me().username() + " has posted nothing yet");
        }
    }

    private void post(Media post) {
        lines.say(
                "%s  %s  %s  %s"
                        .formatted(
                                post.id(),
                                brief(post.caption().orElse("(no caption)")),
                                post.comments() == 1 ? "1 comment" : post.comments() + " comments",
                                post.permalink().orElse(""))
                        .stripTrailing(),
                Lines.fields()
                        .put("media", post.id())
                        .put("caption", post.caption().orElse(""))
                        .put("comments", post.comments())
                        .put("permalink", post.permalink().orElse("")));
        Optional<String> after = Optional.empty();
        // Instagram's own counts leave out what is hidden: it is asked in any case.
        for (int page = 0; page < PAGES; page++) {
            Page<Comment> some = account.graph().comments().below(post.id(), AT_ONCE, after);
            some.items().forEach(comment -> comment(post, comment, 1));
            after = some.next();
            if (after.isEmpty()) {
                return;
            }
        }
        lines.note("  … and older ones");
    }

    private void comment(Media post, Comment comment, int depth) {
        String by = comment.from().flatMap(Who::username).orElse("somebody");
        boolean hidden = comment.hidden().orElse(false);
        ObjectNode fields =
                Lines.fields()
                        .put("media", post.id())
                        .put("comment", comment.id())
                        .put("by", by)
                        .put("text", comment.text())
                        .put("hidden", hidden);
        comment.parent().ifPresent(parent -> fields.put("parent", parent));
        comment.at().ifPresent(at -> fields.put("at", at.toString()));
        lines.say(
                "  ".repeat(depth)
                        + comment.id()
                        + "  "
                        + by
                        + ": "
                        + flat(comment.text())
                        + (hidden ? "  (hidden)" : ""),
                fields);
        comment.replies().forEach(reply -> comment(post, reply, depth + 1));
    }

    private static String brief(String caption) {
        String flat = flat(caption);
        return flat.codePointCount(0, flat.length()) <= LONGEST_CAPTION
                ? flat
                : flat.substring(0, flat.offsetByCodePoints(0, LONGEST_CAPTION)) + "…";
    }

    /** A line is a line, whatever people write. */
    private static String flat(String text) {
        return text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
    }
}
