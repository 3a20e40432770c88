/** What Instagram saw and what the topics say, and the verdict on it. */
@NullMarked
package dev.carrier.faults.instagram.judge;

import org.jspecify.annotations.NullMarked;
