/** How a process logs: one place that decides format, level, and what is nobody's business. */
@NullMarked
package dev.carrier.runtime.log;

import org.jspecify.annotations.NullMarked;
