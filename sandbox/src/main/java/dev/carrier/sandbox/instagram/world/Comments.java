package dev.carrier.sandbox.instagram.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What was said below media. Safe for use by many threads, under the world's monitor.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-comment">IG
 *     Comment</a>
 */
public final class Comments {
    private final World world;
    private final Map<String, Comment> comments = new HashMap<>();
    private final Map<String, List<String>> order = new HashMap<>();

    /** Nothing said yet in {@code world}. */
    public Comments(World world) {
        this.world = world;
    }

    /**
     * Writes a comment. A reply to a reply is put below the comment at the top.
     *
     * @throws Rejected if there is nothing to say or too much, or comments are off
     */
    public Comment write(Author by, Media media, Optional<String> parent, String text) {
        synchronized (world) {
            if (text.isBlank()) {
                throw Rejected.parameter("The parameter message is required.");
            }
            if (text.codePointCount(0, text.length())
                    > world.settings().number(Setting.COMMENT_CHARACTERS)) {
                throw Rejected.parameter("The comment is too long.");
            }
            if (!media.commentsOn() || media.over()) {
                throw Rejected.parameter("Comments are turned off for this media.");
            }
            var above = parent.flatMap(this::find);
            if (parent.isPresent() && above.filter(it -> it.media().equals(media.id())).isEmpty()) {
                throw Rejected.unknown("post", parent.get());
            }
            var comment =
                    new Comment(
                            world.newId(),
                            media.id(),
                            above.map(Comment::root),
                            by,
                            text,
                            world.clock().instant(),
                            false,
                            false,
                            false);
            comments.put(comment.id(), comment);
            order.computeIfAbsent(media.id(), _ -> new ArrayList<>()).add(comment.id());
            world.tell(new Happening.Commented(comment, media));
            return comment;
        }
    }

    /** Hides a comment, or shows it again. */
    public void hide(Comment comment, boolean hidden) {
        synchronized (world) {
            var changed = comment.hidden(hidden);
            comments.put(comment.id(), changed);
            world.tell(new Happening.Hidden(changed));
        }
    }

    /** Deletes a comment and what is below it. */
    public void delete(Comment comment) {
        synchronized (world) {
            replies(comment.id()).forEach(this::delete);
            var gone = comment.gone();
            comments.put(comment.id(), gone);
            world.tell(new Happening.CommentDeleted(gone));
        }
    }

    /** Its author has got a private reply. */
    void answered(Comment comment) {
        synchronized (world) {
            comments.put(comment.id(), comment.privatelyAnswered());
        }
    }

    /** The comment with this id, unless it is deleted. */
    public Optional<Comment> find(String id) {
        synchronized (world) {
            return Optional.ofNullable(comments.get(id)).filter(it -> !it.deleted());
        }
    }

    /** Those at the top, newest first. */
    public List<Comment> top(String media) {
        return all(media).stream()
                .filter(it -> it.parent().isEmpty() && !it.deleted())
                .toList()
                .reversed();
    }

    /** Those below a comment, oldest first. */
    public List<Comment> replies(String root) {
        synchronized (world) {
            var above = comments.get(root);
            return above == null
                    ? List.of()
                    : all(above.media()).stream()
                            .filter(it -> it.parent().equals(Optional.of(root)) && !it.deleted())
                            .toList();
        }
    }

    /** How many there are. */
    public long count(String media) {
        return all(media).stream().filter(it -> !it.deleted()).count();
    }

    /** Everything, also what was deleted, oldest first. */
    public List<Comment> all(String media) {
        synchronized (world) {
            return order.getOrDefault(media, List.of()).stream()
                    .map(comments::get)
                    .filter(Objects::nonNull)
                    .toList();
        }
    }
}
