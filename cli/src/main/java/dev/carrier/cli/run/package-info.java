/** Puts the workers together: all of them in one JVM, or one alone. */
@NullMarked
package dev.carrier.cli.run;

import org.jspecify.annotations.NullMarked;
