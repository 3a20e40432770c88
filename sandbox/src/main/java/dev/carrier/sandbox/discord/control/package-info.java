/** The control API of the sandbox's Discord: how people are made and how they talk. */
@NullMarked
package dev.carrier.sandbox.discord.control;

import org.jspecify.annotations.NullMarked;
