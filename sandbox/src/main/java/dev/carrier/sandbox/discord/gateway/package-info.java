/** Discord's gateway: sessions, intents, dispatches, resuming, close codes. */
@NullMarked
package dev.carrier.sandbox.discord.gateway;

import org.jspecify.annotations.NullMarked;
