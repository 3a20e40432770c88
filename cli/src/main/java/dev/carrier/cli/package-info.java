/** The command carrier: one JVM that runs every worker, and the tools around it. */
@NullMarked
package dev.carrier.cli;

import org.jspecify.annotations.NullMarked;
