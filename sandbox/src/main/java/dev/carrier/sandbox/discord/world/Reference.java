package dev.carrier.sandbox.discord.world;

import java.util.OptionalLong;

/**
 * What a message points at: another message, or with an empty {@code message} a whole channel.
 *
 * @see <a
 *     href="https://docs.discord.com/developers/resources/message#message-reference-structure">Message
 *     reference</a>
 */
public record Reference(long channel, OptionalLong message) {}
