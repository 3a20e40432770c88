/**
 * Proves from the topics that every recorded decision comes out the same when it is taken again.
 */
@NullMarked
package dev.carrier.cli.replay;

import org.jspecify.annotations.NullMarked;
