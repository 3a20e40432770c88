/**
 * How a worker's tiny {@code main} begins and ends: options, settings, parts, signals, exit codes.
 */
@NullMarked
package dev.carrier.runtime.worker;

import org.jspecify.annotations.NullMarked;
