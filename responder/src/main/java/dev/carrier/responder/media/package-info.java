/**
 * What is to be posted lies on a host from which the platform can fetch it: the seam, and the words
 * for what goes over it.
 */
@NullMarked
package dev.carrier.responder.media;

import org.jspecify.annotations.NullMarked;
