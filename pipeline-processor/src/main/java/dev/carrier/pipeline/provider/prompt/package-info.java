/**
 * From a character, a step and what memory gave to the messages that a model is sent: a pure
 * function under a token budget, so that the same turn always has the same prompt.
 */
@NullMarked
package dev.carrier.pipeline.provider.prompt;

import org.jspecify.annotations.NullMarked;
