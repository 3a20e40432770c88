/** Speaking on Instagram over its Graph API: comments, direct messages, moderation. */
@NullMarked
package dev.carrier.responder.instagram;

import org.jspecify.annotations.NullMarked;
