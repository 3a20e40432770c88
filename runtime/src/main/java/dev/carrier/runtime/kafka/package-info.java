/** How every worker reaches Kafka: one place for the settings that the guarantees rest on. */
@NullMarked
package dev.carrier.runtime.kafka;

import org.jspecify.annotations.NullMarked;
