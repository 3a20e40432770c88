/**
 * Asks language models, whoever runs them: with a time limit, a limit of calls at once, repeats
 * that heed what the provider says, and other models to fall back on. What goes wrong is an answer
 * too.
 */
@NullMarked
package dev.carrier.pipeline.provider.model;

import org.jspecify.annotations.NullMarked;
