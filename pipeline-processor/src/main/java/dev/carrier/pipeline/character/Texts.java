package dev.carrier.pipeline.character;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the loose shapes of elizaOS' files: a text or a list of texts, present or not. */
final class Texts {
    private Texts() {}

    /** Every text of a field: one, a list of them, or none; blank ones and other types left out. */
    static List<String> list(JsonNode field) {
        var texts = new ArrayList<String>();
        if (field.isArray()) {
            field.forEach(one -> add(texts, one));
        } else {
            add(texts, field);
        }
        return texts;
    }

    /** A text that is there and not blank. */
    static Optional<String> one(JsonNode field) {
        return field.isString() && !field.stringValue().isBlank()
                ? Optional.of(field.stringValue().strip())
                : Optional.empty();
    }

    /** The first of these fields that is there. */
    static JsonNode first(JsonNode object, String... names) {
        for (String name : names) {
            JsonNode field = object.path(name);
            if (!field.isMissingNode() && !field.isNull()) {
                return field;
            }
        }
        return object.path(names[names.length - 1]);
    }

    private static void add(List<String> texts, JsonNode field) {
        one(field).ifPresent(texts::add);
    }
}
