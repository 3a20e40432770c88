/** Videos are read and checked, and never changed. */
@NullMarked
package dev.carrier.responder.media.video;

import org.jspecify.annotations.NullMarked;
