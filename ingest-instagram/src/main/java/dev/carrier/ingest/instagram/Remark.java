package dev.carrier.ingest.instagram;

import dev.carrier.instagram.Comment;
import dev.carrier.instagram.OfPost;
import dev.carrier.instagram.Who;
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
record Remark(
        String id,
        Optional<String> parent,
        Optional<String> text,
        Optional<String> from,
        Optional<String> username,
        Optional<String> ofOurs,
        Optional<Instant> at,
        Optional<String> media) {

    /** Of a webhook's value; empty when it has no id. */
    static Optional<Remark> of(JsonNode value, Optional<Instant> entryTime) {
        return Nodes.text(value, "id")
                .or(() -> Nodes.text(value, "comment_id"))
                .map(id -> of(id, value, entryTime));
    }

    /** As Instagram tells it when it is asked. */
    static Remark of(Comment told) {
        return new Remark(
                told.id(),
                told.parent().filter(parent -> !parent.equals(told.id())),
                Optional.of(told.text()),
                told.from().map(Who::id).filter(id -> !id.isBlank()),
                told.from().flatMap(Who::username),
                told.from().flatMap(Who::selfId),
                told.at(),
                told.media());
    }

    /** The caption of a post as if it were a comment on it. */
    static Remark ofCaption(OfPost post) {
        return new Remark(
                post.id(),
                Optional.empty(),
                post.caption(),
                post.owner(),
                post.username(),
                Optional.empty(),
                post.at(),
                Optional.of(post.id()));
    }

    /** The same as an answer to another comment, where it does not say so itself. */
    Remark below(String root) {
        return new Remark(
                id, parent.or(() -> Optional.of(root)), text, from, username, ofOurs, at, media);
    }

    /** The same under that post. */
    Remark under(String post) {
        return new Remark(id, parent, text, from, username, ofOurs, at, Optional.of(post));
    }

    private static Remark of(String id, JsonNode value, Optional<Instant> entryTime) {
        JsonNode from = value.path("from");
        JsonNode media = value.path("media");
        return new Remark(
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
    Remark or(Remark told) {
        return new Remark(
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
