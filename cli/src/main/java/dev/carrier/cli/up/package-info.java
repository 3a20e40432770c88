/** The command up: Carrier, whole, with its first screen. */
@NullMarked
package dev.carrier.cli.up;

import org.jspecify.annotations.NullMarked;
