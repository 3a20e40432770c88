/** What Carrier costs when each worker is a process of its own. */
@NullMarked
package dev.carrier.bench.process;

import org.jspecify.annotations.NullMarked;
