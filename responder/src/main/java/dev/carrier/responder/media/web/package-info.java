/**
 * What the platform will see when it fetches: the public URL, and a folder that a web server shows.
 */
@NullMarked
package dev.carrier.responder.media.web;

import org.jspecify.annotations.NullMarked;
