package dev.carrier.sandbox.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes JSON trees. Stateless and safe for use by many threads. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** A new, empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** A new, empty array. */
    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** The tree of {@code text}, or empty if it is not JSON. */
    public static Optional<JsonNode> parse(String text) {
        try {
            var node = MAPPER.readTree(text);
            return node == null || node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The object in {@code text}; an empty object if there is none. */
    public static ObjectNode objectOf(String text) {
        return parse(text)
                .filter(JsonNode::isObject)
                .map(ObjectNode.class::cast)
                .orElseGet(Json::object);
    }

    /** {@code node} as text, without line breaks. */
    public static String write(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    /** The string or number under {@code key} as text; empty if absent, null or something else. */
    public static Optional<String> text(JsonNode node, String key) {
        var value = node.path(key);
        return value.isString() || value.isNumber()
                ? Optional.of(value.asString())
                : Optional.empty();
    }

    /** The string or number under {@code key} as text, or {@code otherwise}. */
    public static String text(JsonNode node, String key, String otherwise) {
        return text(node, key).orElse(otherwise);
    }

    /**
     * The whole number under {@code key}, also if it is written as a string (as snowflakes are).
     */
    public static OptionalLong number(JsonNode node, String key) {
        return text(node, key)
                .filter(t -> t.matches("-?\\d{1,18}|[1-8]\\d{18}"))
                .map(Long::parseLong)
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /** The boolean under {@code key}, or {@code otherwise} if there is none. */
    public static boolean flag(JsonNode node, String key, boolean otherwise) {
        var value = node.path(key);
        return value.isBoolean() ? value.booleanValue() : otherwise;
    }

    /** The elements of the array under {@code key}; an empty list if there is none. */
    public static List<JsonNode> list(JsonNode node, String key) {
        var elements = new ArrayList<JsonNode>();
        if (node.path(key).isArray()) {
            node.path(key).forEach(elements::add);
        }
        return elements;
    }
}
