package dev.carrier.contracts;

/**
 * What a model call used.
 *
 * @param tokensIn tokens of the prompt
 * @param tokensOut tokens of the completion
 * @param costMicros what it cost, in millionths of the currency of the price table; 0 without a
 *     price
 * @param estimated the provider gave no count and we estimated
 */
public record Usage(long tokensIn, long tokensOut, long costMicros, boolean estimated) {}
