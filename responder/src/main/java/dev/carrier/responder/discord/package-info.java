/** Speaks on Discord through JDA; with ingest the only package that knows JDA. */
@NullMarked
package dev.carrier.responder.discord;

import org.jspecify.annotations.NullMarked;
