/**
 * A place from which media can be fetched: FTP servers (plain, explicit and implicit TLS) that
 * write into the folder of a web server. Meta fetches media by its address, so whoever publishes
 * uploads to such a host first.
 */
@NullMarked
package dev.carrier.sandbox.media;

import org.jspecify.annotations.NullMarked;
