package dev.carrier.sandbox;

import dev.carrier.sandbox.json.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The use of a command, as the sandbox has it.
 *
 * @param id the interaction's snowflake
 * @param token by which its application answers
 * @param state new, deferred or answered
 * @param ephemeral whether only who used it sees the answer
 * @param edits how often the answer was edited
 * @param replies the answer, and what else only who used it sees
 */
public record SeenCommand(
        String id,
        String token,
        String state,
        boolean ephemeral,
        long edits,
        List<SeenReply> replies) {

    /** One message of an answer. */
    public record SeenReply(String id, String content, boolean ephemeral) {}

    static SeenCommand of(JsonNode node) {
        return new SeenCommand(
                Json.text(node, "id", ""),
                Json.text(node, "token", ""),
                Json.text(node, "state", ""),
                Json.flag(node, "ephemeral", false),
                Json.number(node, "edits").orElse(0),
                Json.list(node, "replies").stream()
                        .map(reply ->
                                new SeenReply(
                                        Json.text(reply, "id", ""),
                                        Json.text(reply, "content", ""),
                                        Json.flag(reply, "ephemeral", false)))
                        .toList());
    }

    /** Whether there is an answer, not only the announcement of one. */
    public boolean answered() {
        return state.equals("answered");
    }

    /** The newest reply's text; empty without any. */
    public String text() {
        return replies.isEmpty() ? "" : replies.getLast().content();
    }
}
