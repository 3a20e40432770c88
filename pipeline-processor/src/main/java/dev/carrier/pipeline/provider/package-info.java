/**
 * The provider stage: what a turn asks of the outside is done here, on virtual threads, and exactly
 * one result goes back for each step.
 */
@NullMarked
package dev.carrier.pipeline.provider;

import org.jspecify.annotations.NullMarked;
