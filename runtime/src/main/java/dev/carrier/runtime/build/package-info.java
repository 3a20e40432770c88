/** Which build this is, so that a journal can say which code took its decisions. */
@NullMarked
package dev.carrier.runtime.build;

import org.jspecify.annotations.NullMarked;
