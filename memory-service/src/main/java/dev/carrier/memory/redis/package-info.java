/** Memory's keys in Redis; the only package that knows them. */
@NullMarked
package dev.carrier.memory.redis;

import org.jspecify.annotations.NullMarked;
