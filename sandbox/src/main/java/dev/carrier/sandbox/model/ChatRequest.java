package dev.carrier.sandbox.model;

import dev.carrier.sandbox.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A chat-completions request, as far as the offline model heeds it.
 *
 * <p>See https://platform.openai.com/docs/api-reference/chat/create.
 *
 * @param model the model asked for; it is answered under that name
 * @param messages the prompt, in order
 * @param stream whether the answer is sent in pieces
 * @param usageInStream whether a stream ends with the tokens used
 * @param maxTokens where the answer is cut
 */
record ChatRequest(
        String model,
        List<Message> messages,
        boolean stream,
        boolean usageInStream,
        OptionalInt maxTokens) {
    ChatRequest {
        messages = List.copyOf(messages);
    }

    /**
     * Reads a request's body.
     *
     * @throws Unreadable with the parameter that is missing or wrong
     */
    static ChatRequest read(String body) throws Unreadable {
        JsonNode root =
                Json.parse(body)
                        .filter(JsonNode::isObject)
                        .orElseThrow(() ->
                                new Unreadable(
                                        "We could not parse the JSON body of your request.", ""));
        String model =
                Json.text(root, "model")
                        .orElseThrow(() ->
                                new Unreadable("you must provide a model parameter", "model"));
        if (!root.path("messages").isArray() || root.path("messages").isEmpty()) {
            throw new Unreadable("Missing required parameter: 'messages'.", "messages");
        }
        if (Json.number(root, "n").orElse(1) != 1) {
            throw new Unreadable("This model gives one choice a request.", "n");
        }
        var messages = new ArrayList<Message>();
        for (JsonNode message : root.path("messages")) {
            messages.add(message(message, messages.size()));
        }
        return new ChatRequest(
                model,
                messages,
                Json.flag(root, "stream", false),
                Json.flag(root.path("stream_options"), "include_usage", false),
                maxTokens(root));
    }

    private static Message message(JsonNode message, int index) throws Unreadable {
        Optional<String> role = Json.text(message, "role");
        if (role.isEmpty()) {
            String parameter = "messages[" + index + "].role";
            throw new Unreadable("Missing required parameter: '" + parameter + "'.", parameter);
        }
        JsonNode content = message.path("content");
        String text =
                content.isArray()
                        ? Json.list(message, "content").stream()
                                .flatMap(part -> Json.text(part, "text").stream())
                                .collect(Collectors.joining("\n"))
                        : Json.text(message, "content", "");
        return new Message(role.get(), text, images(message, index));
    }

    private static List<Image> images(JsonNode message, int index) throws Unreadable {
        var images = new ArrayList<Image>();
        for (JsonNode part : Json.list(message, "content")) {
            if (Json.text(part, "type", "").equals("image_url")) {
                String parameter = "messages[" + index + "].content.image_url.url";
                images.add(
                        Image.of(Json.text(part.path("image_url"), "url", ""))
                                .orElseThrow(() ->
                                        new Unreadable(
                                                "You uploaded an unsupported image. Please make"
                                                        + " sure your image is valid.",
                                                parameter)));
            }
        }
        return images;
    }

    private static OptionalInt maxTokens(JsonNode root) throws Unreadable {
        String parameter =
                root.has("max_completion_tokens") ? "max_completion_tokens" : "max_tokens";
        OptionalLong asked = Json.number(root, parameter);
        if (asked.isEmpty()) {
            return OptionalInt.empty();
        }
        if (asked.getAsLong() < 1) {
            throw new Unreadable(
                    "Invalid '"
                            + parameter
                            + "': integer below minimum value. Expected a value >= 1.",
                    parameter);
        }
        return OptionalInt.of((int) Math.min(asked.getAsLong(), Integer.MAX_VALUE));
    }

    /** A request that OpenAI's API would refuse with 400. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final String parameter;

        Unreadable(String message, String parameter) {
            super(message);
            this.parameter = parameter;
        }

        /** The parameter at fault; empty when it is the body as a whole. */
        String parameter() {
            return parameter;
        }
    }
}
