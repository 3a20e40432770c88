/** The tools behind slash commands: no model may call them, only who uses the command. */
@NullMarked
package dev.carrier.pipeline.provider.command;

import org.jspecify.annotations.NullMarked;
