package dev.carrier.sandbox.discord.world;

/** A role of a guild with its permission bits; the role with the guild's id is everyone's. */
public record Role(long id, String name, long permissions) {}
