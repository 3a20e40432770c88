/** A scripted evening on the sandbox: what Carrier does, seen and counted from outside. */
@NullMarked
package dev.carrier.cli.demo;

import org.jspecify.annotations.NullMarked;
