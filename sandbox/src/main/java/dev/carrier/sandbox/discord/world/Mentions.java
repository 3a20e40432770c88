package dev.carrier.sandbox.discord.world;

import java.util.List;

/** Whom a message pings. */
public record Mentions(List<Long> users, List<Long> roles, boolean everyone) {}
