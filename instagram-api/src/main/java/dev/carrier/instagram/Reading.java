package dev.carrier.instagram;

import dev.carrier.instagram.error.GraphError;
import dev.carrier.instagram.error.GraphProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Reads answers tolerantly: what is absent is absent, what is unknown is passed over. Pure. */
final class Reading {
    /** {@code 2017-08-31T19:16:02+0000}; an offset with a colon is taken as well. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS][XXX][XX]", Locale.ROOT);

    private Reading() {}

    /** A text, or a number as a text: ids come as both. */
    static Optional<String> text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() || value.isNumber()
                ? Optional.of(value.asString()).filter(it -> !it.isBlank())
                : Optional.empty();
    }

    /** An id that an answer must hold: without it, what was done is not known. */
    static String id(JsonNode node, String field) {
        return text(node, field)
                .orElseThrow(() ->
                        new GraphProblem(
                                GraphError.silence("an answer without \"" + field + "\"", false)));
    }

    static Optional<Instant> time(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isNumber()) {
            return Optional.of(Instant.ofEpochSecond(value.asLong()));
        }
        try {
            return text(node, field).map(it -> TIME.parse(it, Instant::from));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    static <T> Page<T> page(JsonNode answer, Function<JsonNode, T> item) {
        JsonNode paging = answer.path("paging");
        // Only the absence of "next" says that there is no more; a page may be short or empty.
        Optional<String> next =
                text(paging, "next").flatMap(_ -> text(paging.path("cursors"), "after"));
        return new Page<>(list(answer, item), next);
    }

    static <T> List<T> list(JsonNode answer, Function<JsonNode, T> item) {
        return answer.path("data").valueStream().filter(JsonNode::isObject).map(item).toList();
    }

    static Me me(JsonNode answer) {
        JsonNode me = answer.path("data").isArray() ? answer.path("data").path(0) : answer;
        Optional<String> scoped = text(me, "id");
        return new Me(
                text(me, "user_id").or(() -> scoped).orElseGet(() -> id(me, "user_id")),
                scoped,
                text(me, "username").orElse(""),
                text(me, "name"),
                text(me, "account_type"));
    }

    static Comment comment(JsonNode node) {
        JsonNode from = node.path("from");
        Optional<Who> who =
                text(from, "id")
                        .map(id ->
                                new Who(
                                        id,
                                        text(from, "username").or(() -> text(node, "username")),
                                        text(from, "self_ig_scoped_id")))
                        .or(() ->
                                text(node, "username")
                                        .map(name ->
                                                new Who("", Optional.of(name), Optional.empty())));
        return new Comment(
                text(node, "id").orElse(""),
                text(node, "text").orElse(""),
                time(node, "timestamp"),
                who,
                text(node, "parent_id"),
                text(node.path("media"), "id"),
                Optional.of(node.path("hidden"))
                        .filter(JsonNode::isBoolean)
                        .map(JsonNode::booleanValue),
                list(node.path("replies"), Reading::comment));
    }

    static Media media(JsonNode node) {
        return new Media(
                text(node, "id").orElse(""),
                text(node, "caption"),
                text(node, "media_type"),
                text(node, "media_product_type"),
                text(node, "permalink"),
                text(node, "shortcode"),
                time(node, "timestamp"),
                node.path("comments_count").asInt(0));
    }

    static Who who(JsonNode node) {
        return new Who(text(node, "id").orElse(""), text(node, "username"), Optional.empty());
    }

    static Conversation conversation(JsonNode node) {
        return new Conversation(
                text(node, "id").orElse(""),
                time(node, "updated_time"),
                list(node.path("participants"), Reading::who));
    }

    static OfPost ofPost(JsonNode node) {
        return new OfPost(
                id(node, "id"),
                text(node.path("owner"), "id"),
                text(node, "username"),
                text(node, "caption"),
                time(node, "timestamp"));
    }

    static DirectMessage message(JsonNode node) {
        return new DirectMessage(
                text(node, "id").orElse(""),
                time(node, "created_time"),
                Optional.of(node.path("from")).filter(JsonNode::isObject).map(Reading::who),
                list(node.path("to"), Reading::who),
                text(node, "message").orElse(""),
                list(node.path("attachments"), Reading::file).stream()
                        .flatMap(Optional::stream)
                        .toList(),
                text(node.path("story").path("mention"), "link"),
                node.path("story").has("reply_to"),
                node.path("is_unsupported").asBoolean(false));
    }

    private static Optional<SentFile> file(JsonNode node) {
        return text(node.path("image_data"), "url")
                .map(url -> new SentFile("image", url))
                .or(() ->
                        text(node.path("video_data"), "url").map(url -> new SentFile("video", url)))
                .or(() -> text(node, "file_url").map(url -> new SentFile(sort(node), url)));
    }

    private static String sort(JsonNode file) {
        return text(file, "mime_type").orElse("").startsWith("audio/") ? "audio" : "file";
    }
}
