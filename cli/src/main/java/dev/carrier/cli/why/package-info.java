/** Tells the life of one event from the topics: what was heard, decided, thought, said, and why. */
@NullMarked
package dev.carrier.cli.why;

import org.jspecify.annotations.NullMarked;
