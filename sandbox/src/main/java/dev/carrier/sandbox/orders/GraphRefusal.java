package dev.carrier.sandbox.orders;

import dev.carrier.sandbox.json.Json;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/**
 * An error as the Graph API words it.
 *
 * @param status the HTTP status, nearly always 400
 * @param message for developers, in English
 * @param type OAuthException, IGApiException or GraphMethodException
 * @param code the error code
 * @param subcode the error subcode, if there is one
 * @param userTitle what the person may be shown
 * @param userMessage what the person may be shown
 * @see <a href="https://developers.facebook.com/docs/graph-api/guides/error-handling">Handle
 *     errors</a>
 */
public record GraphRefusal(
        int status,
        String message,
        String type,
        int code,
        OptionalInt subcode,
        Optional<String> userTitle,
        Optional<String> userMessage) {
    /** An OAuthException with status 400. */
    public static GraphRefusal of(int code, String message) {
        return new GraphRefusal(
                GraphWords.status(code),
                message,
                "OAuthException",
                code,
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** An OAuthException with a subcode. */
    public static GraphRefusal of(int code, int subcode, String message) {
        return of(code, message).subcode(subcode);
    }

    /** The error with these codes in Meta's own words, as far as we know them. */
    public static GraphRefusal known(int code, OptionalInt subcode) {
        var words = GraphWords.of(code, subcode);
        var plain = of(code, words.message()).type(words.type());
        return (subcode.isPresent() ? plain.subcode(subcode.getAsInt()) : plain)
                .forPeople(words.title(), words.message());
    }

    /** The same with a subcode. */
    public GraphRefusal subcode(int value) {
        return new GraphRefusal(
                status, message, type, code, OptionalInt.of(value), userTitle, userMessage);
    }

    /** The same of another type. */
    public GraphRefusal type(String value) {
        return new GraphRefusal(status, message, value, code, subcode, userTitle, userMessage);
    }

    /** The same with another HTTP status. */
    public GraphRefusal status(int value) {
        return new GraphRefusal(value, message, type, code, subcode, userTitle, userMessage);
    }

    /** The same with what a person may be shown. */
    public GraphRefusal forPeople(String title, String text) {
        return new GraphRefusal(
                status, message, type, code, subcode, Optional.of(title), Optional.of(text));
    }

    /** The answer; every one has a trace of its own. */
    public Answer answer() {
        return Answer.json(status, body());
    }

    /** The body. {@code is_transient} is false even where trying again helps, as Meta's is. */
    public ObjectNode body() {
        var body = Json.object();
        var error = body.putObject("error");
        error.put("message", message).put("type", type).put("code", code);
        subcode.ifPresent(value -> error.put("error_subcode", value));
        error.put("is_transient", code == 2);
        userTitle.ifPresent(value -> error.put("error_user_title", value));
        userMessage.ifPresent(value -> error.put("error_user_msg", value));
        error.put("fbtrace_id", trace());
        return body;
    }

    private static String trace() {
        var random = UUID.randomUUID();
        var bytes =
                ByteBuffer.allocate(16)
                        .putLong(random.getMostSignificantBits())
                        .putLong(random.getLeastSignificantBits())
                        .array();
        return "A" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
