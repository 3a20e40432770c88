package dev.carrier.sandbox.model;

import dev.carrier.sandbox.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer in the form of OpenAI's API, whole or in pieces.
 *
 * <p>See https://platform.openai.com/docs/api-reference/chat/object and
 * https://platform.openai.com/docs/api-reference/chat-streaming.
 *
 * @param id names this completion
 * @param created in epoch seconds
 * @param model under which name it is answered
 * @param text what the model said
 * @param cut whether the limit of tokens ended it
 * @param promptTokens tokens read
 * @param usageInStream whether the pieces end with the tokens used
 */
record Completion(
        String id,
        long created,
        String model,
        String text,
        boolean cut,
        int promptTokens,
        boolean usageInStream) {
    private static final Pattern PIECE = Pattern.compile("(?<=\\s)(?=\\S)");
    private static final int WORDS_A_PIECE = 3;

    /** The whole answer as one object. */
    ObjectNode whole() {
        ObjectNode root = head("chat.completion");
        ObjectNode choice = root.putArray("choices").addObject().put("index", 0);
        choice.putObject("message")
                .put("role", "assistant")
                .put("content", text)
                .putNull("refusal");
        choice.putNull("logprobs").put("finish_reason", finish());
        root.set("usage", usage());
        return root;
    }

    /**
     * The answer as the events of a stream, each with its blank line, the last one {@code [DONE]}.
     */
    List<String> pieces() {
        var events = new ArrayList<String>();
        ObjectNode start = chunk();
        delta(start).put("role", "assistant").put("content", "");
        events.add(event(start));
        String[] words = PIECE.split(text);
        for (int from = 0; from < words.length; from += WORDS_A_PIECE) {
            int to = Math.min(words.length, from + WORDS_A_PIECE);
            ObjectNode piece = chunk();
            delta(piece).put("content", String.join("", List.of(words).subList(from, to)));
            events.add(event(piece));
        }
        ObjectNode end = chunk();
        delta(end);
        ((ObjectNode) end.path("choices").path(0)).put("finish_reason", finish());
        events.add(event(end));
        if (usageInStream) {
            ObjectNode used = chunk();
            used.putArray("choices");
            used.set("usage", usage());
            events.add(event(used));
        }
        events.add("data: [DONE]\n\n");
        return events;
    }

    private ObjectNode chunk() {
        return head("chat.completion.chunk");
    }

    private static ObjectNode delta(ObjectNode chunk) {
        ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
        ObjectNode delta = choice.putObject("delta");
        choice.putNull("finish_reason");
        return delta;
    }

    private ObjectNode head(String object) {
        return Json.object()
                .put("id", id)
                .put("object", object)
                .put("created", created)
                .put("model", model)
                .put("system_fingerprint", "offline");
    }

    private String finish() {
        return cut ? "length" : "stop";
    }

    private ObjectNode usage() {
        int said = Tokens.in(text);
        return Json.object()
                .put("prompt_tokens", promptTokens)
                .put("completion_tokens", said)
                .put("total_tokens", promptTokens + said);
    }

    private static String event(ObjectNode chunk) {
        return "data: " + Json.write(chunk) + "\n\n";
    }
}
