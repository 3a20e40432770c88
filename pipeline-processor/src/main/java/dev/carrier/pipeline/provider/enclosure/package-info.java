/**
 * What people send besides words, fetched where the platform keeps it and made fit for a model:
 * pictures and files of text. What cannot be had is named, and no turn waits long for it.
 */
@NullMarked
package dev.carrier.pipeline.provider.enclosure;

import org.jspecify.annotations.NullMarked;
