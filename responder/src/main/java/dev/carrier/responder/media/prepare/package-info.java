/** Makes of a file what can be uploaded, or says why it cannot be posted. */
@NullMarked
package dev.carrier.responder.media.prepare;

import org.jspecify.annotations.NullMarked;
