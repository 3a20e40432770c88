/**
 * Turns what Instagram delivers, by its webhooks or when it is asked, into events; the only package
 * that knows Instagram's inbound form.
 */
@NullMarked
package dev.carrier.ingest.instagram;

import org.jspecify.annotations.NullMarked;
