package dev.carrier.sandbox.discord.rest;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * One request to an address that is itself the right to ask.
 *
 * @param path the parameters in the path
 * @param query the parameters behind the question mark, the first of each
 * @param body its JSON
 */
record Addressed(Map<String, String> path, Map<String, String> query, JsonNode body) {

    String text(String name) {
        return path.getOrDefault(name, "");
    }

    /** The snowflake at {@code name} in the path; 0, which nothing has, if it is none. */
    long id(String name) {
        var text = text(name);
        return text.matches("\\d{1,18}|[1-8]\\d{18}") ? Long.parseLong(text) : 0;
    }
}
