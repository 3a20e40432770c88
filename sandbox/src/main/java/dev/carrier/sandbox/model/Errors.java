package dev.carrier.sandbox.model;

import dev.carrier.sandbox.json.Json;
import dev.carrier.sandbox.orders.Answer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Refusals in the form of OpenAI's API, https://platform.openai.com/docs/guides/error-codes.
 * Stateless.
 */
final class Errors {
    private Errors() {}

    /** 401: the key is not accepted. */
    static Answer key() {
        return answer(
                401, "Incorrect API key provided.", "invalid_request_error", "", "invalid_api_key");
    }

    /** 400: a parameter is missing or wrong. */
    static Answer parameter(String message, String parameter) {
        return answer(400, message, "invalid_request_error", parameter, "");
    }

    /** 400: the prompt is longer than the model reads. */
    static Answer tooLong(int limit, int tokens) {
        return answer(
                400,
                "This model's maximum context length is %d tokens. However, your messages resulted in %d tokens."
                        .formatted(limit, tokens),
                "invalid_request_error",
                "messages",
                "context_length_exceeded");
    }

    /** 404: there is no such model. */
    static Answer noSuchModel(String model) {
        return answer(
                404,
                "The model '" + model + "' does not exist.",
                "invalid_request_error",
                "model",
                "model_not_found");
    }

    private static Answer answer(
            int status, String message, String type, String parameter, String code) {
        ObjectNode root = Json.object();
        ObjectNode error = root.putObject("error").put("message", message).put("type", type);
        put(error, "param", parameter);
        put(error, "code", code);
        return Answer.json(status, root);
    }

    private static void put(ObjectNode error, String key, String value) {
        if (value.isEmpty()) {
            error.putNull(key);
        } else {
            error.put(key, value);
        }
    }
}
