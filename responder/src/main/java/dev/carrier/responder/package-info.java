/** Carries responses to the platforms and reports what became of them. */
@NullMarked
package dev.carrier.responder;

import org.jspecify.annotations.NullMarked;
