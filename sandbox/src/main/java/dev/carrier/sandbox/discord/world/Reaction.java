package dev.carrier.sandbox.discord.world;

import java.util.List;

/**
 * An emoji on a message and the users who put it there, in order. {@code emoji} is Unicode or
 * {@code name:id}.
 */
public record Reaction(String emoji, List<Long> users) {}
