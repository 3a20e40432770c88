/**
 * The topology: one processor over sealed inputs, and the provider stage's dispatcher beside it.
 */
@NullMarked
package dev.carrier.pipeline;

import org.jspecify.annotations.NullMarked;
