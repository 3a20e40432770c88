package dev.carrier.ingest.instagram;

import dev.carrier.instagram.Comment;
import dev.carrier.instagram.Comments;
import dev.carrier.instagram.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Asks for the comments of a post. Instagram gives at most 50 at a time, the newest first and only
 * those at the top, with some of their answers; answers to older ones are not found.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-media/comments">Comments
 *     of media</a>
 */
final class PostComments {
    private static final int AT_ONCE = 50;
    private static final int PAGES = 10;

    /** So many answers come along at most; where there are so many, there may be more. */
    private static final int ALONG = 25;

    private PostComments() {}

    /**
     * @param late whether what was written then is found late
     */
    static Harvest of(
            Comments graph, Self self, String post, Selection selection, Predicate<Instant> late) {
        List<Remark> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        for (int page = 0; page < PAGES; page++) {
            Page<Comment> comments = graph.below(post, AT_ONCE, after);
            comments.items().forEach(comment -> add(graph, post, comment, all));
            boolean past =
                    comments.items().stream()
                            .anyMatch(one -> one.at().filter(selection::isPast).isPresent());
            after = comments.next();
            if (past || after.isEmpty()) {
                break;
            }
        }
        List<Mapped.Happened> found = new ArrayList<>();
        all.stream()
                .filter(remark -> remark.at().filter(selection::takes).isPresent())
                .sorted(Comparator.comparing(remark -> remark.at().orElseThrow()))
                .forEach(remark -> {
                    Instant at = remark.at().orElseThrow();
                    var owned = PostInfo.own(self, Optional.of(post));
                    if (CommentMapping.said(self, remark, owned, at, late.test(at))
                            instanceof Mapped.Happened happened) {
                        found.add(happened);
                    }
                });
        return new Harvest(found, all.stream().flatMap(one -> one.at().stream()).toList());
    }

    private static void add(Comments graph, String post, Comment comment, List<Remark> all) {
        all.add(Remark.of(comment).under(post));
        List<Comment> replies = new ArrayList<>(comment.replies());
        if (replies.size() >= ALONG) {
            replies.clear();
            Optional<String> after = Optional.empty();
            for (int page = 0; page < PAGES; page++) {
                Page<Comment> more = graph.replies(comment.id(), after);
                replies.addAll(more.items());
                after = more.next();
                if (after.isEmpty()) {
                    break;
                }
            }
        }
        replies.forEach(reply -> all.add(Remark.of(reply).below(comment.id()).under(post)));
    }
}
