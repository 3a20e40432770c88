/**
 * What every worker needs and no domain: settings, Kafka and Redis clients, the dispatcher, health,
 * shutdown.
 */
@NullMarked
package dev.carrier.runtime;

import org.jspecify.annotations.NullMarked;
