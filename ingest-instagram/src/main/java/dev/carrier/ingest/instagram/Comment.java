package dev.carrier.ingest.instagram;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A comment, in whichever way it was heard of.
 *
 * @param id Instagram's
 * @param parent the comment that it answers
 * @param text as people see it; may be empty
 * @param from the author's id
 * @param username the author's name
 * @param ofOurs the author's id if it is an account of the app
 * @param media under which it stands: for a post that is advertised the original, where it is told
 */
record Comment(
        String id,
        Optional<String> parent,
        Optional<String> text,
        Optional<String> from,
        Optional<String> username,
        Optional<String> ofOurs,
        Optional<Instant> at,
        Optional<String> media) {

    /** Of a webhook's value; empty when it has no id. */
    static Optional<Comment> of(JsonNode value, Optional<Instant> entryTime) {
        return Nodes.text(value, "id")
                .or(() -> Nodes.text(value, "comment_id"))
                .map(id -> of(id, value, entryTime));
    }

    private static Comment of(String id, JsonNode value, Optional<Instant> entryTime) {
        JsonNode from = value.path("from");
        JsonNode media = value.path("media");
        return new Comment(
                id,
                Nodes.text(value, "parent_id").filter(parent -> !parent.equals(id)),
                value.path("text").isString()
                        ? Optional.of(value.path("text").stringValue())
                        : Optional.empty(),
                Nodes.text(from, "id"),
                Nodes.text(from, "username").or(() -> Nodes.text(value, "username")),
                Nodes.text(from, "self_ig_scoped_id"),
                Nodes.time(value, "timestamp")
                        .or(() -> Nodes.time(value, "created_time"))
                        .or(() -> entryTime),
                Nodes.text(media, "original_media_id")
                        .or(() -> Nodes.text(media, "id"))
                        .or(() -> Nodes.text(value, "media_id")));
    }

    /** Whether something is missing that a comment has and a question can tell. */
    boolean lacksWords() {
        return text.isEmpty() || (from.isEmpty() && username.isEmpty());
    }

    /** The same with what another telling of it says where this one says nothing. */
    Comment or(Comment told) {
        return new Comment(
                id,
                parent.or(told::parent),
                text.or(told::text),
                from.or(told::from),
                username.or(told::username),
                ofOurs.or(told::ofOurs),
                at.or(told::at),
                media.or(told::media));
    }

    /** The comment that all others of its conversation answer: threads are one level deep. */
    String root() {
        return parent.orElse(id);
    }
}
