/**
 * Decides everything once more, from the journal, and compares: what a conversation did can be
 * proven and explained.
 */
@NullMarked
package dev.carrier.pipeline.replay;

import org.jspecify.annotations.NullMarked;
