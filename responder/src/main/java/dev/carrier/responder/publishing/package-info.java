/** The steps of publishing on Instagram, each of which can be taken again after a crash. */
@NullMarked
package dev.carrier.responder.publishing;

import org.jspecify.annotations.NullMarked;
