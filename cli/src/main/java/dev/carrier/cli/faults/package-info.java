/** The command faults: what breaks at night, in minutes. */
@NullMarked
package dev.carrier.cli.faults;

import org.jspecify.annotations.NullMarked;
