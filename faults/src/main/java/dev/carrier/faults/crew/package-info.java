/** Processes of their own: the workers and the broker, which can be killed and frozen. */
@NullMarked
package dev.carrier.faults.crew;

import org.jspecify.annotations.NullMarked;
