/** What the outside saw and what the topics say, and the verdict on it. */
@NullMarked
package dev.carrier.faults.judge;

import org.jspecify.annotations.NullMarked;
