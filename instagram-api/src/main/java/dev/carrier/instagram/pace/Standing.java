package dev.carrier.instagram.pace;

import java.time.Duration;

/**
 * How an account stands before a call.
 *
 * @param pause how long nothing may be called; zero: no pause
 * @param percent the use that was last seen; 0 when none was
 * @param seenFor how long that is still believed
 * @param turn how long until its turn by the fixed rate
 * @param taken whether that turn was taken
 */
record Standing(Duration pause, int percent, Duration seenFor, Duration turn, boolean taken) {}
