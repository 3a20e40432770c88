package dev.carrier.cli.demo;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Outcome;
import dev.carrier.contracts.Topics;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.TopicReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the journal says became of events.
 *
 * @param of each event's outcomes, by account; more than one for an account would be a fault
 */
record Outcomes(Map<EventId, Map<AccountId, List<Outcome>>> of) {
    /** Reads the journal to its present end. */
    static Outcomes read(KafkaClients kafka) {
        Map<EventId, Map<AccountId, List<Outcome>>> found = new HashMap<>();
        try (var records = new TopicReader(kafka, "carrier-demo").all(Topics.JOURNAL)) {
            records.forEach(record -> {
                if (Json.read(Topics.JOURNAL, record.value())
                        instanceof JournalRecord.Entry entry) {
                    entry.outcomes()
                            .forEach(outcome ->
                                    found.computeIfAbsent(outcome.event(), e -> new HashMap<>())
                                            .computeIfAbsent(
                                                    outcome.account(), a -> new ArrayList<>())
                                            .add(outcome));
                }
            });
        }
        return new Outcomes(found);
    }

    /** How something on Instagram ended, if it has exactly one outcome. */
    Optional<Outcome> onInstagram(String message) {
        return of.getOrDefault(EventId.said("instagram", message), Map.of()).values().stream()
                .filter(list -> list.size() == 1)
                .map(List::getFirst)
                .findFirst();
    }

    /** Whether the message has exactly one outcome for each of so many accounts. */
    boolean complete(String message, int accounts) {
        Map<AccountId, List<Outcome>> each =
                of.getOrDefault(EventId.discordSaid(message), Map.of());
        return each.size() == accounts && each.values().stream().allMatch(list -> list.size() == 1);
    }
}
