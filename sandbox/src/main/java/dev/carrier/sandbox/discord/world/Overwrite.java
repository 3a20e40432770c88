package dev.carrier.sandbox.discord.world;

/** What a channel allows or denies a role or a member beyond the guild's roles. */
public record Overwrite(long target, boolean role, long allow, long deny) {}
