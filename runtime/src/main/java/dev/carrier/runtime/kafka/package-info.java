/**
 * How every worker talks to Kafka: its clients with the settings that the guarantees rest on, the
 * topics at start-up, the form of a record, reading a topic from its beginning.
 */
@NullMarked
package dev.carrier.runtime.kafka;

import org.jspecify.annotations.NullMarked;
