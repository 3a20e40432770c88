/** Lets people into DMs, and takes it back: while Carrier runs or before its next start. */
@NullMarked
package dev.carrier.cli.pair;

import org.jspecify.annotations.NullMarked;
