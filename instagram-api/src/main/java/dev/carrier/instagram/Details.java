package dev.carrier.instagram;

import dev.carrier.instagram.pace.Lane;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a webhook leaves out and is asked for afterwards. Thread-safe; blocks. */
public final class Details {
    private static final String OF_A_POST = "id,owner,username";
    private static final String OF_A_COMMENT =
            "id,text,timestamp,username,from{id,username},parent_id,media{" + OF_A_POST + "}";

    private final GraphClient client;

    Details(GraphClient client) {
        this.client = client;
    }

    /**
     * Somebody who has written to the account.
     *
     * @see <a
     *     href="https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/messaging-api/user-profile">User
     *     Profile API</a>
     */
    public Who person(String person) {
        return Reading.who(
                client.get(
                        Lane.API, GraphClient.path(person), Map.of("fields", "id,name,username")));
    }

    /** What a comment stands under: its album, where the webhook names a picture of one. */
    public OfPost postOf(String comment) {
        JsonNode answer =
                client.get(
                        Lane.API,
                        GraphClient.path(comment),
                        Map.of("fields", "id,media{" + OF_A_POST + "}"));
        return Reading.ofPost(answer.path("media"));
    }

    /**
     * A comment on somebody else's post that mentions the account.
     *
     * @param account the one that is mentioned
     * @see <a
     *     href="https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/mentioned_comment">Mentioned
     *     comment</a>
     */
    public Mentioned mentionedComment(String account, String comment) {
        JsonNode answer =
                mentioned(account, "mentioned_comment", "comment_id", comment, OF_A_COMMENT);
        return new Mentioned(Reading.comment(answer), Reading.ofPost(answer.path("media")));
    }

    /** Somebody else's post whose caption mentions the account. */
    public OfPost mentionedMedia(String account, String media) {
        return Reading.ofPost(
                mentioned(
                        account,
                        "mentioned_media",
                        "media_id",
                        media,
                        OF_A_POST + ",caption,timestamp"));
    }

    /** Of which fields webhooks are delivered for the account. */
    public List<String> subscribed(String account) {
        JsonNode answer =
                client.get(
                        Lane.API,
                        GraphClient.path(account, "subscribed_apps"),
                        Map.of("fields", "subscribed_fields"));
        return answer.path("data")
                .valueStream()
                .flatMap(app -> app.path("subscribed_fields").valueStream())
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .toList();
    }

    private JsonNode mentioned(String account, String what, String by, String id, String fields) {
        if (!id.matches("[0-9_]+")) {
            throw new IllegalArgumentException("not an id of Instagram's");
        }
        return client.get(
                        Lane.API,
                        GraphClient.path(account),
                        Map.of("fields", what + "." + by + "(" + id + "){" + fields + "}"))
                .path(what);
    }
}
