/** One worker alone, as it runs in a container of its own. */
@NullMarked
package dev.carrier.cli.worker;

import org.jspecify.annotations.NullMarked;
