/**
 * What the sessions of one bot at Discord's gateway share, in whatever worker and process they are:
 * how many there are, whose servers are whose, and when each may begin. Knows no client library.
 */
@NullMarked
package dev.carrier.runtime.gateway;

import org.jspecify.annotations.NullMarked;
