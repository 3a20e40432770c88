package dev.carrier.contracts;

/**
 * A file of text that goes with a message.
 *
 * @param name with its ending
 * @param content at most a few ten thousand characters: a record stays below 512 KB
 */
public record TextFile(String name, String content) {}
