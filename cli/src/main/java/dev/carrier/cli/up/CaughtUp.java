package dev.carrier.cli.up;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Hearing;
import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.Outcome;
import dev.carrier.contracts.Purpose;
import dev.carrier.contracts.Step;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of the messages that were fetched after a downtime, as far as the topics tell it, in
 * whatever order they do. Reads no clock; one thread.
 */
final class CaughtUp {
    private static final String ANSWERING = "answering";
    private static final String TOO_OLD = "too old";
    private static final String OPEN = "not decided yet";

    private final Map<AccountId, Set<EventId>> fetched = new HashMap<>();
    private final Map<AccountId, Set<EventId>> answering = new HashMap<>();
    private final Map<AccountId, Map<EventId, Outcome>> ended = new HashMap<>();

    /** Learns what was fetched. */
    void heard(Event event) {
        if (event instanceof Event.Said said) {
            said.heardBy().stream()
                    .filter(Hearing::late)
                    .forEach(hearing ->
                            fetched.computeIfAbsent(hearing.account(), _ -> new HashSet<>())
                                    .add(said.id()));
        }
    }

    /** A turn has begun. */
    void asked(Step.Think think) {
        if (think.purpose() == Purpose.REPLY) {
            answering
                    .computeIfAbsent(think.account(), _ -> new HashSet<>())
                    .addAll(think.triggers());
        }
    }

    /** Events have ended. */
    void decided(JournalRecord.Entry entry) {
        for (Outcome outcome : entry.outcomes()) {
            ended.computeIfAbsent(outcome.account(), _ -> new HashMap<>())
                    .put(outcome.event(), outcome);
        }
    }

    /** Whether it is known of so many messages whether they are answered. */
    boolean knows(AccountId account, int messages) {
        Set<EventId> all = fetched.getOrDefault(account, Set.of());
        return all.size() >= messages
                && all.stream().noneMatch(event -> word(account, event).equals(OPEN));
    }

    /** For people: {@code 14 heard, 1 answering, 2 too old, 11 not addressed}. */
    String sentence(AccountId account) {
        Set<EventId> all = fetched.getOrDefault(account, Set.of());
        Map<String, Long> words =
                all.stream()
                        .collect(
                                Collectors.groupingBy(
                                        event -> word(account, event),
                                        TreeMap::new,
                                        Collectors.counting()));
        Comparator<Map.Entry<String, Long>> order =
                Comparator.comparingInt(one -> rank(one.getKey()));
        Stream<String> told =
                words.entrySet().stream()
                        .sorted(order.thenComparingLong(one -> -one.getValue()))
                        .map(one -> one.getValue() + " " + one.getKey());
        return Stream.concat(Stream.of(all.size() + " heard"), told)
                .collect(Collectors.joining(", "));
    }

    private static int rank(String word) {
        return switch (word) {
            case ANSWERING -> 0;
            case "answered" -> 1;
            case TOO_OLD -> 2;
            case OPEN -> 4;
            default -> 3;
        };
    }

    private String word(AccountId account, EventId event) {
        Outcome outcome = ended.getOrDefault(account, Map.of()).get(event);
        if (outcome == null) {
            return answering.getOrDefault(account, Set.of()).contains(event) ? ANSWERING : OPEN;
        }
        return switch (outcome.kind()) {
            case REPLIED -> "answered";
            case FAILED -> "failed";
            case IGNORED ->
                    Optional.of(outcome.reason())
                            .filter(reason -> !reason.startsWith("silent"))
                            .orElse("silent");
        };
    }
}
