package dev.carrier.contracts;

/**
 * What somebody wrote, in short, where another message answers it.
 *
 * @param author how the platform shows who wrote it
 * @param text on one line, at most 300 characters
 */
public record Quote(String author, String text) {}
