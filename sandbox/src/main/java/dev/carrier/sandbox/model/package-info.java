/**
 * A chat-completions server that needs no key and no network: its offline voice speaks in a
 * character's own example lines, so that a newcomer sees characters talk before any model is
 * bought, and it says that it is no language model.
 */
@NullMarked
package dev.carrier.sandbox.model;

import org.jspecify.annotations.NullMarked;
