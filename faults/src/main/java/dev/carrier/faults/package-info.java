/** People on the sandbox while processes and connections are killed, and what came of it. */
@NullMarked
package dev.carrier.faults;

import org.jspecify.annotations.NullMarked;
