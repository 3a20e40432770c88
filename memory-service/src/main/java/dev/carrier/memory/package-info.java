/** Remembers what was heard and said, and recalls it over HTTP. */
@NullMarked
package dev.carrier.memory;

import org.jspecify.annotations.NullMarked;
