/**
 * Orders to misbehave, and signals of what has just happened: how a test in another process brings
 * about a fault at an exact point. Every request and every gateway message runs through {@link
 * dev.carrier.sandbox.orders.Orders}.
 */
@NullMarked
package dev.carrier.sandbox.orders;

import org.jspecify.annotations.NullMarked;
