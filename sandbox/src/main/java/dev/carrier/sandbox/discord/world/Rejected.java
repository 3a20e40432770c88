package dev.carrier.sandbox.discord.world;

import dev.carrier.sandbox.json.Json;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Discord's refusal of a request.
 *
 * @see <a href="https://docs.discord.com/developers/topics/opcodes-and-status-codes#json">JSON
 *     error codes</a>
 */
public final class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final int code;
    private final transient Optional<ObjectNode> errors;

    private Rejected(int status, int code, String message, Optional<ObjectNode> errors) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.errors = errors;
    }

    /** A refusal with an HTTP status, a JSON error code and its text. */
    public static Rejected with(int status, int code, String message) {
        return new Rejected(status, code, message, Optional.empty());
    }

    /** 50035: a field is wrong. */
    public static Rejected form(String field, String error, String message) {
        var errors = Json.object();
        errors.putObject(field)
                .putArray("_errors")
                .addObject()
                .put("code", error)
                .put("message", message);
        return new Rejected(400, 50035, "Invalid Form Body", Optional.of(errors));
    }

    /** 10003. */
    public static Rejected unknownChannel() {
        return with(404, 10003, "Unknown Channel");
    }

    /** 10008. */
    public static Rejected unknownMessage() {
        return with(404, 10008, "Unknown Message");
    }

    /** 50001: the channel is not visible. */
    public static Rejected missingAccess() {
        return with(403, 50001, "Missing Access");
    }

    /** 50013. */
    public static Rejected missingPermissions() {
        return with(403, 50013, "Missing Permissions");
    }

    /** 50083. */
    public static Rejected archivedThread() {
        return with(400, 50083, "Thread is archived");
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The body that Discord answers with. */
    public ObjectNode body() {
        var body = Json.object().put("message", getMessage()).put("code", code);
        errors.ifPresent(e -> body.set("errors", e));
        return body;
    }
}
