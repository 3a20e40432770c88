/** What Carrier costs, measured beside the limit of the machine. */
@NullMarked
package dev.carrier.bench;

import org.jspecify.annotations.NullMarked;
