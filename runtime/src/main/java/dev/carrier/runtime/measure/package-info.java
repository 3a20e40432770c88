/** What workers measure alike: names and labels are those of docs/metrics.md. */
@NullMarked
package dev.carrier.runtime.measure;

import org.jspecify.annotations.NullMarked;
