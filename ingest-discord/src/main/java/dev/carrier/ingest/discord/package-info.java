/** Turns what Discord delivers into events; the only package that knows Discord's inbound form. */
@NullMarked
package dev.carrier.ingest.discord;

import org.jspecify.annotations.NullMarked;
