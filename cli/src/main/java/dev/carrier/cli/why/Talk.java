package dev.carrier.cli.why;

import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.RecordRef;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.Result;
import dev.carrier.contracts.Step;
import dev.carrier.contracts.Topics;
import dev.carrier.runtime.SetupProblem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One conversation, as all topics together hold it. */
record Talk(
        ConversationId in,
        List<Kept<Event>> events,
        List<JournalRecord.Entry> journal,
        List<Kept<Step>> steps,
        List<Kept<Result>> results,
        List<Kept<Response>> responses,
        List<Kept<Delivery>> deliveries) {

    /**
     * Finds the conversation in which something was said.
     *
     * @throws SetupProblem when no topic knows it
     */
    static Talk with(Wanted wanted, Reading reading) {
        return where(wanted, reading)
                .map(in -> read(in, reading))
                .orElseThrow(() ->
                        new SetupProblem(
                                "nothing is known of " + wanted.message(),
                                "no account heard it, it is older than kafka.retention, or it was"
                                        + " heard on other data: see --data and --config"));
    }

    private static Optional<ConversationId> where(Wanted wanted, Reading reading) {
        Optional<ConversationId> heard =
                reading
                        .all(
                                Topics.EVENTS,
                                event -> Events.id(event).filter(wanted::fits).isPresent())
                        .stream()
                        .map(kept -> Events.in(kept.value()))
                        .flatMap(Optional::stream)
                        .map(place -> place.conversation())
                        .findFirst();
        return heard.isPresent()
                ? heard
                : reading
                        .all(Topics.DELIVERIES, delivery -> spoken(delivery, wanted.said()))
                        .stream()
                        .map(kept -> ((Delivery.Accepted) kept.value()).in())
                        .findFirst();
    }

    private static Talk read(ConversationId in, Reading reading) {
        return new Talk(
                in,
                reading.of(Topics.EVENTS, in),
                reading.of(Topics.JOURNAL, in).stream()
                        .map(kept ->
                                kept.value() instanceof JournalRecord.Entry entry ? entry : null)
                        .filter(Objects::nonNull)
                        .toList(),
                reading.of(Topics.STEPS, in),
                reading.of(Topics.RESULTS, in),
                reading.of(Topics.responses(platform(in)), in),
                reading.of(Topics.DELIVERIES, in));
    }

    private static String platform(ConversationId in) {
        return in.value().split(":", 2)[0];
    }

    /** Whether a delivery is that of words which became this message. */
    static boolean spoken(Delivery delivery, EventId message) {
        return delivery instanceof Delivery.Accepted accepted
                && accepted.event().equals(message)
                && !accepted.text().isBlank();
    }

    /** The delivery by which one of our accounts wrote that message. */
    Optional<Delivery.Accepted> spoken(EventId message) {
        return deliveries.stream()
                .map(Kept::value)
                .filter(delivery -> spoken(delivery, message))
                .map(Delivery.Accepted.class::cast)
                .findFirst();
    }

    /** An event of this conversation. */
    Optional<Event> heard(EventId id) {
        return events.stream()
                .map(Kept::value)
                .filter(event -> Events.id(event).filter(id::equals).isPresent())
                .findFirst();
    }

    /** A message of this conversation. */
    Optional<Event.Said> said(EventId id) {
        return events.stream()
                .map(Kept::value)
                .filter(event -> event instanceof Event.Said said && said.id().equals(id))
                .map(Event.Said.class::cast)
                .findFirst();
    }

    /** The journal's entry about the record that stands there. */
    Optional<JournalRecord.Entry> entry(RecordRef about) {
        return journal.stream()
                .filter(entry -> entry.input().from().filter(about::equals).isPresent())
                .findFirst();
    }
}
