/** A sandbox with our characters on it: what people without an account see. */
@NullMarked
package dev.carrier.cli.town;

import org.jspecify.annotations.NullMarked;
