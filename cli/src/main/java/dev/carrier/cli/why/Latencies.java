package dev.carrier.cli.why;

import dev.carrier.cli.why.TurnStory.Answered;
import dev.carrier.cli.why.TurnStory.Asked;
import dev.carrier.cli.why.TurnStory.Latency;
import dev.carrier.cli.why.TurnStory.Sent;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where the time of an answer went. */
final class Latencies {
    private Latencies() {}

    /**
     * From the newest message to the first words.
     *
     * @return empty when nothing was said, or the message is not kept any more
     */
    static Optional<Latency> of(Talk talk, Step.Think first, List<Asked> asked, List<Sent> sent) {
        Optional<Event.Said> newest =
                first.triggers().stream()
                        .map(talk::said)
                        .flatMap(Optional::stream)
                        .max(Comparator.comparing(Event.Said::at));
        Optional<Instant> handled = newest.flatMap(said -> handled(talk, said));
        Optional<Sent> words =
                sent.stream()
                        .filter(one -> one.what().startsWith("part") && one.became().isPresent())
                        .findFirst();
        if (handled.isEmpty() || words.isEmpty()) {
            return Optional.empty();
        }
        Instant accepted = words.get().deliveredAt().orElseThrow();
        Instant said = newest.get().at();
        Duration model =
                Duration.ofMillis(
                        asked.stream()
                                .flatMap(step -> step.answers().stream())
                                .mapToLong(Answered::tookMillis)
                                .sum());
        Duration whole = between(said, accepted);
        Duration gathering = between(handled.get(), first.askedAt());
        return Optional.of(
                new Latency(
                        whole,
                        between(said, handled.get()),
                        gathering,
                        model,
                        between(words.get().decidedAt(), accepted),
                        positive(whole.minus(gathering).minus(model))));
    }

    private static Optional<Instant> handled(Talk talk, Event.Said said) {
        return talk.events().stream()
                .filter(kept ->
                        kept.value() instanceof Event.Said one && one.id().equals(said.id()))
                .map(kept -> talk.entry(kept.at()))
                .flatMap(Optional::stream)
                .map(JournalRecord.Entry::handledAt)
                .min(Comparator.naturalOrder());
    }

    /** The platform's clock and ours may differ a little: never less than nothing. */
    private static Duration between(Instant from, Instant to) {
        return positive(Duration.between(from, to));
    }

    private static Duration positive(Duration span) {
        return span.isNegative() ? Duration.ZERO : span;
    }
}
