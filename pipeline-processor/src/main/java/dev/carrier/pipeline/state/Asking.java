package dev.carrier.pipeline.state;

import dev.carrier.contracts.ResponseId;
import java.time.Instant;

/**
 * The person of a DM was told how to be let in.
 *
 * @param at when
 * @param answer what told it
 */
public record Asking(Instant at, ResponseId answer) {}
