/**
 * The sandbox's Instagram, as Meta's API with Instagram Login shows it: the Graph API and signed
 * webhooks. Its payload classes cite Meta's pages; it refuses what Instagram refuses.
 *
 * <p>More routes are added by others through {@link dev.carrier.sandbox.instagram.graph.Graph}: the
 * publishing of media is such a part.
 */
@NullMarked
package dev.carrier.sandbox.instagram;

import org.jspecify.annotations.NullMarked;
