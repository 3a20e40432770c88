/**
 * A real Kafka broker in this JVM and a real Redis process beside it, so that one command is enough
 * to start, and so that tests meet the servers that production meets.
 */
@NullMarked
package dev.carrier.embedded;

import org.jspecify.annotations.NullMarked;
