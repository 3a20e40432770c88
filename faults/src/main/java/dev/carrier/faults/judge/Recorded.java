package dev.carrier.faults.judge;

import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Outcome;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.Result;
import dev.carrier.contracts.Step;
import dev.carrier.contracts.Topic;
import dev.carrier.contracts.Topics;
import dev.carrier.contracts.Travels;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.TopicReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What stands in the topics, committed, at one moment. */
public record Recorded(
        List<Event> events,
        List<Step> steps,
        List<Result> results,
        List<Response> responses,
        List<Delivery> deliveries,
        List<JournalRecord> journal,
        int deadLetters) {

    /** Reads all topics from their beginnings. */
    public static Recorded read(KafkaClients kafka) {
        // Causes before effects: what looks open may be done already, never the other way round.
        return new Recorded(
                all(kafka, Topics.EVENTS),
                all(kafka, Topics.STEPS),
                all(kafka, Topics.RESULTS),
                responses(kafka),
                all(kafka, Topics.DELIVERIES),
                all(kafka, Topics.JOURNAL),
                all(kafka, Topics.DEAD_LETTERS).size());
    }

    private static List<Response> responses(KafkaClients kafka) {
        return Stream.of(Topics.RESPONSES_DISCORD, Topics.RESPONSES_INSTAGRAM)
                .flatMap(topic -> all(kafka, topic).stream())
                .toList();
    }

    private static <V extends Travels> List<V> all(KafkaClients kafka, Topic<V> topic) {
        try (var records = new TopicReader(kafka, "scenarios").all(topic)) {
            return records.map(one -> Json.read(topic, one.value())).toList();
        }
    }

    /** The messages that were heard. */
    public List<Event.Said> said() {
        return events.stream()
                .filter(Event.Said.class::isInstance)
                .map(Event.Said.class::cast)
                .toList();
    }

    /** How events ended, in the order of the journal. */
    public List<Outcome> outcomes() {
        return journal.stream()
                .filter(JournalRecord.Entry.class::isInstance)
                .flatMap(entry -> ((JournalRecord.Entry) entry).outcomes().stream())
                .toList();
    }

    /** What was to be said. */
    public List<Response.Say> says() {
        return responses.stream()
                .filter(Response.Say.class::isInstance)
                .map(Response.Say.class::cast)
                .toList();
    }

    /** Steps without a result and responses without a delivery. */
    public Set<String> open() {
        var open = new HashSet<String>();
        for (Step step : steps) {
            if (step instanceof Step.Think think) {
                open.add(think.id().value());
            }
        }
        for (Result result : results) {
            switch (result) {
                case Result.Thought it -> open.remove(it.step().value());
                case Result.Returned it -> open.remove(it.step().value());
                case Result.Failed it -> open.remove(it.step().value());
                case Result.Deferred it -> open.remove(it.step().value());
                case Result.Unknown _ -> {}
            }
        }
        for (Response response : responses) {
            switch (response) {
                case Response.Say it -> open.add(it.id().value());
                case Response.React it -> open.add(it.id().value());
                case Response.Notice it -> open.add(it.id().value());
                case Response.Moderate it -> open.add(it.id().value());
                case Response.Publish it -> open.add(it.id().value());
                case Response.Typing _, Response.Withdraw _, Response.Unknown _ -> {}
            }
        }
        for (Delivery delivery : deliveries) {
            switch (delivery) {
                case Delivery.Accepted it -> open.remove(it.response().value());
                case Delivery.Refused it -> open.remove(it.response().value());
                case Delivery.Stepped it -> open.remove(it.response().value());
                case Delivery.StepFailed it -> open.remove(it.response().value());
                case Delivery.Unknown _ -> {}
            }
        }
        return open;
    }
}
