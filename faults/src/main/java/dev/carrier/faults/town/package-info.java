/** Where it happens, and the people who talk there. */
@NullMarked
package dev.carrier.faults.town;

import org.jspecify.annotations.NullMarked;
