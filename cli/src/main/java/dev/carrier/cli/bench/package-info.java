/** The command bench: a whole Carrier with nothing else to do, to be measured. */
@NullMarked
package dev.carrier.cli.bench;

import org.jspecify.annotations.NullMarked;
