package dev.carrier.bench;

import dev.carrier.contracts.EventId;
import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.OutcomeKind;
import dev.carrier.contracts.Topics;
import dev.carrier.runtime.kafka.TopicReader;
import dev.carrier.sandbox.SeenMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What came of messages, as the sandbox has it.
 *
 * @param of each message's answer
 * @param together of them, answered by the answer to a later message of the same turn
 * @param lost messages without an answer
 * @param doubled answers too many, and parts that stand twice
 */
record Answers(Map<Said, SeenMessage> of, int together, List<Said> lost, int doubled) {
    private static final Duration LOOK = Duration.ofMillis(500);

    /** Waits until all are answered, at most for so long, and counts. */
    static Answers await(Subject subject, List<Said> said, Duration atMost)
            throws InterruptedException {
        Map<String, List<Said>> open = new HashMap<>();
        said.forEach(one ->
                open.computeIfAbsent(one.message().channel(), it -> new ArrayList<>()).add(one));
        Set<String> channels = Set.copyOf(open.keySet());
        long until = System.nanoTime() + atMost.toNanos();
        // Looking costs the machine that is measured: only where an answer is missing, and only
        // when none came for a while.
        long before = posted(subject);
        while (!open.isEmpty() && System.nanoTime() < until) {
            Thread.sleep(LOOK);
            long now = posted(subject);
            boolean flowing = now != before;
            before = now;
            if (flowing) {
                continue;
            }
            open.entrySet().removeIf(channel -> settled(subject, channel.getValue()));
        }
        return count(subject, said, channels);
    }

    /**
     * Whether nothing more is to come in a channel: its newest message is answered. Answers come in
     * the order of what they answer, and one may answer several messages.
     */
    private static boolean settled(Subject subject, List<Said> said) {
        Said newest =
                said.stream()
                        .max(Comparator.comparing(one -> one.message().acceptedAt()))
                        .orElseThrow();
        return spoken(subject, newest.message().channel()).stream()
                .anyMatch(it -> it.replyTo().filter(newest.message().id()::equals).isPresent());
    }

    /** How often a bot has written so far, as the sandbox counts it. */
    private static long posted(Subject subject) {
        return subject.sandbox().discord().counted("requests", "POST /channels/{channel}/messages");
    }

    private static Answers count(Subject subject, List<Said> said, Set<String> channels) {
        Map<String, List<SeenMessage>> spoken = new HashMap<>();
        channels.forEach(channel -> spoken.put(channel, spoken(subject, channel)));
        Map<String, SeenMessage> replies = new HashMap<>();
        Set<String> nonces = new HashSet<>();
        int doubled = 0;
        for (List<SeenMessage> all : spoken.values()) {
            for (SeenMessage message : all) {
                boolean again = message.nonce().isPresent() && !nonces.add(message.nonce().get());
                boolean second =
                        message.replyTo()
                                .filter(to -> replies.putIfAbsent(to, message) != null)
                                .isPresent();
                doubled += again || second ? 1 : 0;
            }
        }
        Map<Said, SeenMessage> found = new HashMap<>();
        List<Said> without = new ArrayList<>();
        for (Said one : said) {
            SeenMessage reply = replies.get(one.message().id());
            if (reply == null) {
                without.add(one);
            } else {
                found.put(one, reply);
            }
        }
        int together = 0;
        List<Said> lost = new ArrayList<>();
        Set<EventId> replied = without.isEmpty() ? Set.of() : replied(subject);
        for (Said one : without) {
            Optional<SeenMessage> later =
                    spoken.getOrDefault(one.message().channel(), List.of()).stream()
                            .filter(it -> it.acceptedAt().isAfter(one.message().acceptedAt()))
                            .filter(_ -> replied.contains(EventId.discordSaid(one.message().id())))
                            .min(Comparator.comparing(SeenMessage::acceptedAt));
            later.ifPresentOrElse(answer -> found.put(one, answer), () -> lost.add(one));
            together += later.isPresent() ? 1 : 0;
        }
        return new Answers(found, together, lost, doubled);
    }

    private static List<SeenMessage> spoken(Subject subject, String channel) {
        return subject.sandbox().discord().messages(channel).stream()
                .filter(message -> message.author().equals(subject.bot()))
                .toList();
    }

    /** Those that the journal calls answered: asked only for what has no answer of its own. */
    private static Set<EventId> replied(Subject subject) {
        Set<EventId> replied = new HashSet<>();
        try (var records = new TopicReader(subject.kafka(), "carrier-bench").all(Topics.JOURNAL)) {
            records.forEach(record -> {
                if (Json.read(Topics.JOURNAL, record.value())
                        instanceof JournalRecord.Entry entry) {
                    entry.outcomes().stream()
                            .filter(outcome -> outcome.kind() == OutcomeKind.REPLIED)
                            .forEach(outcome -> replied.add(outcome.event()));
                }
            });
        }
        return replied;
    }
}
