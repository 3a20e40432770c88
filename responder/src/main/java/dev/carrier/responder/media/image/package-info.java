/** Pictures are made to fit what Instagram takes. */
@NullMarked
package dev.carrier.responder.media.image;

import org.jspecify.annotations.NullMarked;
