/** Who and what exists on the sandbox's Discord, and what happens there; knows nothing of HTTP. */
@NullMarked
package dev.carrier.sandbox.discord.world;

import org.jspecify.annotations.NullMarked;
