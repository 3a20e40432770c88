package dev.carrier.pipeline.state;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.ResponseId;
import dev.carrier.contracts.TurnId;

/**
 * What an operator ordered and is being sent.
 *
 * @param event the order
 * @param turn derived from conversation, account and the order
 * @param response whose delivery is awaited
 * @param what it is, for people
 */
record Errand(EventId event, AccountId account, TurnId turn, ResponseId response, String what) {}
