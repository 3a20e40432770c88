package dev.carrier.sandbox.discord.world;

import java.time.Instant;
import java.util.List;

/** A user within a guild, with the ids of the roles beside everyone's. */
public record Member(User user, Instant joined, List<Long> roles) {}
