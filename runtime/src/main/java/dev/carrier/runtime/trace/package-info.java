/**
 * Follows a turn through the workers: one trace for each, over OTLP, where the settings want it.
 */
@NullMarked
package dev.carrier.runtime.trace;

import org.jspecify.annotations.NullMarked;
