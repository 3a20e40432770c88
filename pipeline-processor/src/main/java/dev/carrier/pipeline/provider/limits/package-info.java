/**
 * What people and characters may cost: reserved before a call, settled after it, in Redis, so that
 * all instances count together.
 */
@NullMarked
package dev.carrier.pipeline.provider.limits;

import org.jspecify.annotations.NullMarked;
