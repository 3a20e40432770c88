package dev.carrier.contracts;

/**
 * One message of a prompt.
 *
 * @param role {@code system}, {@code user} or {@code assistant}
 * @param text what is said in it
 */
public record PromptMessage(String role, String text) {}
