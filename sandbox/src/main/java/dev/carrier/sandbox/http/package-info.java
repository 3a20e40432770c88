/**
 * How a part of the sandbox is put on its one HTTP server, and how a connection is cut as a network
 * cuts it.
 */
@NullMarked
package dev.carrier.sandbox.http;

import org.jspecify.annotations.NullMarked;
