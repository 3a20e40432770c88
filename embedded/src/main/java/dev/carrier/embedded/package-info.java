/**
 * A real Kafka broker in this JVM and a real Redis beside it, so that one command is enough to
 * start.
 */
@NullMarked
package dev.carrier.embedded;

import org.jspecify.annotations.NullMarked;
