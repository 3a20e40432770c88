package dev.carrier.sandbox.discord.world;

import tools.jackson.databind.node.ObjectNode;

/**
 * A command that an application has registered for everywhere.
 *
 * @param id its snowflake; stays the same while a command of this name is registered
 * @param definition what the application sent of it
 */
public record Command(long id, String name, ObjectNode definition) {}
