package dev.carrier.sandbox.model;

/**
 * One message of a chat-completions request.
 *
 * @param role {@code system}, {@code user}, {@code assistant} or what else the caller wrote
 * @param text its text; the text parts joined when the content came in parts
 */
public record Message(String role, String text) {}
