/**
 * The state stage: what a conversation knows, and how hearing, gathering, the gate, alarms and
 * deliveries change it. Pure, so that every decision can be taken again and explained.
 */
@NullMarked
package dev.carrier.pipeline.state;

import org.jspecify.annotations.NullMarked;
