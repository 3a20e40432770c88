/**
 * Slow outside calls beside Kafka Streams: thousands at once on virtual threads, and yet one result
 * for each record. That nothing is lost, answered twice or paid twice rests on this package.
 */
@NullMarked
package dev.carrier.runtime.dispatch;

import org.jspecify.annotations.NullMarked;
