package dev.carrier.contracts;

/**
 * A thread that begins from a message.
 *
 * @param from the message; it can begin one thread only, so this names the thread too
 * @param name what the thread is called when it is opened
 */
public record ThreadStart(EventId from, String name) {}
