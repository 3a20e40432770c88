/** What webhooks told of conversations, kept for who has to find out what stands there. */
@NullMarked
package dev.carrier.instagram.talk;

import org.jspecify.annotations.NullMarked;
