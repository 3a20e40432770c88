/**
 * The action stage: what a model wrote becomes what a character does, or is recognised as nothing
 * that should be said. Pure, like the state stage.
 */
@NullMarked
package dev.carrier.pipeline.action;

import org.jspecify.annotations.NullMarked;
