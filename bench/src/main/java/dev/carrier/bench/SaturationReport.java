package dev.carrier.bench;

import java.time.Duration;

/**
 * What came of a backlog.
 *
 * @param sent messages that the sandbox accepted
 * @param writing from the first of them to the last
 * @param answered of them
 * @param perSecond answers, in the middle of it; not a number where that cannot be told
 * @param lost without an answer
 * @param doubled answers too many
 */
public record SaturationReport(
        int sent, Duration writing, int answered, double perSecond, int lost, int doubled) {}
