/** Helps whoever writes a character. */
@NullMarked
package dev.carrier.cli.character;

import org.jspecify.annotations.NullMarked;
