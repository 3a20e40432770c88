package dev.carrier.contracts;

import tools.jackson.databind.JsonNode;

/**
 * A call of a tool in a turn, and what came of it.
 *
 * @param tool its name
 * @param arguments what the model gave it
 * @param content its text, untrusted, shortened where it is long; or why there is none
 */
public record Exchange(String tool, JsonNode arguments, String content) {}
