package dev.carrier.bench;

import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.Result;
import dev.carrier.contracts.Step;
import dev.carrier.contracts.StepId;
import dev.carrier.contracts.Topic;
import dev.carrier.contracts.Topics;
import dev.carrier.contracts.Travels;
import dev.carrier.contracts.TurnId;
import dev.carrier.runtime.kafka.TopicReader;
import dev.carrier.sandbox.SeenMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Where the time goes, read from the topics when all is over. Each stage begins where the one
 * before it ends, so each but the first holds the way through Kafka that leads to it:
 *
 * <ul>
 *   <li>{@code ingest}: accepted at the sandbox → event written
 *   <li>{@code state}: event written → step decided
 *   <li>{@code provider}: step decided → result written, without the model's own time
 *   <li>{@code action}: result written → response decided
 *   <li>{@code respond}: response decided → answer accepted at the sandbox
 * </ul>
 *
 * <p>Events and results tell by their records' time, which their producers set when they send;
 * steps and responses by the time at which the processor handled what caused them.
 */
final class Stages {
    static final List<String> NAMES = List.of("ingest", "state", "provider", "action", "respond");

    private final Map<EventId, Instant> events = new HashMap<>();
    private final Map<EventId, Asked> asked = new HashMap<>();
    private final Map<StepId, Instant> results = new HashMap<>();
    private final Map<TurnId, Instant> responses = new HashMap<>();

    private record Asked(StepId step, TurnId turn, Instant at) {}

    private Stages() {}

    /** Reads the topics to their present end. */
    static Stages read(Subject subject) {
        Stages all = new Stages();
        TopicReader reader = new TopicReader(subject.kafka(), "carrier-bench");
        each(
                reader,
                Topics.EVENTS,
                (event, at) -> {
                    if (event instanceof Event.Said said) {
                        all.events.putIfAbsent(said.id(), at);
                    }
                });
        each(
                reader,
                Topics.STEPS,
                (step, _) -> {
                    if (step instanceof Step.Think think) {
                        Asked it = new Asked(think.id(), think.turn(), think.askedAt());
                        think.triggers().forEach(event -> all.asked.putIfAbsent(event, it));
                    }
                });
        each(
                reader,
                Topics.RESULTS,
                (result, at) -> {
                    if (result instanceof Result.Thought thought) {
                        all.results.putIfAbsent(thought.step(), at);
                    }
                });
        each(
                reader,
                Topics.RESPONSES_DISCORD,
                (response, _) -> {
                    if (response instanceof Response.Say say && say.part() == 1) {
                        all.responses.putIfAbsent(say.turn(), say.decidedAt());
                    }
                });
        return all;
    }

    /**
     * Each stage's times.
     *
     * @param answers messages and their answers
     * @param model the model's own time by token, in milliseconds
     */
    Map<String, Spread> of(Map<Said, SeenMessage> answers, Map<String, Double> model) {
        Map<String, List<Double>> times = new LinkedHashMap<>();
        NAMES.forEach(name -> times.put(name, new ArrayList<>()));
        answers.forEach((said, answer) -> {
            EventId id = EventId.discordSaid(said.message().id());
            Asked step = asked.get(id);
            Instant event = events.get(id);
            Instant result = step == null ? null : results.get(step.step());
            Instant response = step == null ? null : responses.get(step.turn());
            if (step != null && event != null && result != null && response != null) {
                double thinking = model.getOrDefault(said.token(), 0.0);
                add(times, "ingest", between(said.message().acceptedAt(), event));
                add(times, "state", between(event, step.at()));
                add(times, "provider", Math.max(0, between(step.at(), result) - thinking));
                add(times, "action", between(result, response));
                add(times, "respond", between(response, answer.acceptedAt()));
            }
        });
        Map<String, Spread> spreads = new LinkedHashMap<>();
        times.forEach((name, all) -> spreads.put(name, Spread.of(all)));
        return spreads;
    }

    private static void add(Map<String, List<Double>> times, String stage, double millis) {
        times.computeIfAbsent(stage, _ -> new ArrayList<>()).add(millis);
    }

    private static double between(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e6;
    }

    private static <V extends Travels> void each(
            TopicReader reader, Topic<V> topic, BiConsumer<V, Instant> take) {
        try (var records = reader.all(topic)) {
            records.forEach(record ->
                    take.accept(
                            Json.read(topic, record.value()),
                            Instant.ofEpochMilli(record.timestamp())));
        }
    }
}
