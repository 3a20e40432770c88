package dev.carrier.cli.demo;

import dev.carrier.sandbox.SeenCall;
import dev.carrier.sandbox.SeenMessage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the time of one answer went, by the sandbox's clock.
 *
 * @param whole from the last gathered message until the answer was accepted
 * @param gathering what the policy waits for more
 * @param model what the model took
 */
record Latency(Duration whole, Duration gathering, Duration model) {
    /** Of an answer; empty unless exactly one model call belongs to it. */
    static Optional<Latency> of(
            Expected one,
            String character,
            SeenMessage answer,
            List<SeenCall> calls,
            Duration gathering) {
        List<SeenCall> its = calls(one, character, answer, calls);
        return its.size() == 1
                ? its.getFirst()
                        .took()
                        .map(model ->
                                new Latency(
                                        Duration.between(
                                                one.last().acceptedAt(), answer.acceptedAt()),
                                        gathering,
                                        model))
                : Optional.empty();
    }

    /** The model calls between the first of the messages and their answer. */
    static List<SeenCall> calls(
            Expected one, String character, SeenMessage answer, List<SeenCall> calls) {
        return calls.stream()
                .filter(call -> call.character().equals(character))
                .filter(call -> !call.at().isBefore(one.said().getFirst().acceptedAt()))
                .filter(call -> call.at().isBefore(answer.acceptedAt()))
                .toList();
    }

    /** What Carrier added, in milliseconds. */
    long added() {
        return Math.max(0, whole.minus(gathering).minus(model).toMillis());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.1f s: gathering %.1f, model %.1f, carrier %.2f",
                whole.toMillis() / 1000.0,
                gathering.toMillis() / 1000.0,
                model.toMillis() / 1000.0,
                added() / 1000.0);
    }
}
