/**
 * The versions of what decides, as they travel on {@code carrier.settings}: who needs one waits for
 * it here, who makes one writes it here.
 */
@NullMarked
package dev.carrier.runtime.feed;

import org.jspecify.annotations.NullMarked;
