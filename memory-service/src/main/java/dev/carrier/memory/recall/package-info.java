/** Gives back what was remembered, over HTTP; asked by the provider stage. */
@NullMarked
package dev.carrier.memory.recall;

import org.jspecify.annotations.NullMarked;
