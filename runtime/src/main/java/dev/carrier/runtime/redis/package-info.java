/** How every worker reaches Redis: one pool, one prefix of keys, scripts. */
@NullMarked
package dev.carrier.runtime.redis;

import org.jspecify.annotations.NullMarked;
