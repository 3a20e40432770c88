package dev.carrier.instagram;

import dev.carrier.instagram.pace.Lane;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An account's posts and what stands below them. Thread-safe; blocks.
 *
 * @see <a href="https://developers.facebook.com/docs/instagram-platform/comment-moderation">Comment
 *     Moderation</a>
 */
public final class Comments {
    private static final String OF_A_COMMENT =
            "id,text,timestamp,username,from{id,username},parent_id,media{id},hidden";
    private static final String OF_A_POST =
            "id,caption,media_type,media_product_type,permalink,shortcode,timestamp,comments_count";

    private final GraphClient client;

    Comments(GraphClient client) {
        this.client = client;
    }

    /**
     * The account's posts, newest first; stories are not among them.
     *
     * @param after a cursor; empty: from the first
     */
    public Page<Media> posts(String account, int atMost, Optional<String> after) {
        return Reading.page(
                client.get(
                        Lane.API,
                        GraphClient.path(account, "media"),
                        paged(OF_A_POST, atMost, after)),
                Reading::media);
    }

    /** The account's stories of the last day. */
    public Page<Media> stories(String account) {
        return Reading.page(
                client.get(
                        Lane.API,
                        GraphClient.path(account, "stories"),
                        Map.of("fields", OF_A_POST)),
                Reading::media);
    }

    /** One post. */
    public Media post(String media) {
        return Reading.media(
                client.get(Lane.API, GraphClient.path(media), Map.of("fields", OF_A_POST)));
    }

    /**
     * The comments at the top below a post, newest first, at most 50 at a time, with replies.
     *
     * @param after a cursor; empty: from the newest
     */
    public Page<Comment> below(String media, int atMost, Optional<String> after) {
        return Reading.page(
                client.get(
                        Lane.API,
                        GraphClient.path(media, "comments"),
                        paged(OF_A_COMMENT + ",replies{" + OF_A_COMMENT + "}", atMost, after)),
                Reading::comment);
    }

    /** The replies below a comment. */
    public Page<Comment> replies(String comment, Optional<String> after) {
        return Reading.page(
                client.get(
                        Lane.API,
                        GraphClient.path(comment, "replies"),
                        paged(OF_A_COMMENT, 50, after)),
                Reading::comment);
    }

    /** One comment. */
    public Comment one(String comment) {
        return Reading.comment(
                client.get(Lane.API, GraphClient.path(comment), Map.of("fields", OF_A_COMMENT)));
    }

    /** Answers a comment for everybody to see; the id of the answer. */
    public String reply(String comment, String text) {
        return Reading.id(
                client.post(
                        Lane.API, GraphClient.path(comment, "replies"), Map.of("message", text)),
                "id");
    }

    /** Comments on a post; the id of the comment. */
    public String write(String media, String text) {
        return Reading.id(
                client.post(Lane.API, GraphClient.path(media, "comments"), Map.of("message", text)),
                "id");
    }

    /** Hides a comment from everybody but its author, or shows it again. */
    public void hide(String comment, boolean hidden) {
        client.post(Lane.API, GraphClient.path(comment), Map.of("hide", Boolean.toString(hidden)));
    }

    /** Deletes a comment. */
    public void delete(String comment) {
        client.delete(Lane.API, GraphClient.path(comment));
    }

    private static Map<String, String> paged(String fields, int atMost, Optional<String> after) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("fields", fields);
        query.put("limit", Integer.toString(atMost));
        after.ifPresent(cursor -> query.put("after", cursor));
        return query;
    }
}
