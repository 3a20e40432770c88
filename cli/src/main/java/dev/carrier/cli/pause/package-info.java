/** Silences characters and lets them speak again, while Carrier runs or before its next start. */
@NullMarked
package dev.carrier.cli.pause;

import org.jspecify.annotations.NullMarked;
