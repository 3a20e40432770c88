package dev.carrier.sandbox.instagram.webhook;

import java.time.Instant;
import java.util.List;

/**
 * One attempt to deliver.
 *
 * @param delivery counts deliveries from 1; attempts and copies of one have the same
 * @param attempt counts from 1
 * @param at when, in real time
 * @param account the username
 * @param fields what it tells of
 * @param status what the receiver answered; 0 if it did not
 * @param ms how long it took to answer
 * @param signature the header
 * @param body as it was sent
 */
public record Sent(
        long delivery,
        int attempt,
        Instant at,
        String account,
        List<String> fields,
        int status,
        long ms,
        String signature,
        String body) {}
