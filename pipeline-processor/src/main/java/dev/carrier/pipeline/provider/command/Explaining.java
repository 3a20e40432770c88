package dev.carrier.pipeline.provider.command;

import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Outcome;
import dev.carrier.contracts.Step;
import dev.carrier.contracts.Topics;
import dev.carrier.contracts.Unreadable;
import dev.carrier.pipeline.provider.Tools;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.TopicReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Tells in short, out of the conversation's journal, how a message ended for the account that is
 * asked, and why. It repeats nothing that people wrote. Thread-safe.
 */
final class Explaining implements Tools.Tool {
    /** What is older than this is asked of {@code ./carrier why}: nobody waits that long. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Discord's clock and ours differ a little. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(10);

    /** https://docs.discord.com/developers/reference#snowflakes. */
    private static final long FIRST_SECOND_OF_2015 = 1_420_070_400_000L;

    private static final int TIME_BITS = 22;
    private static final int MOST_STAGES = 8;

    private final TopicReader topics;

    Explaining(KafkaClients kafka) {
        this.topics = new TopicReader(kafka, "command-why");
    }

    @Override
    public String call(Step.Call step) {
        String message = step.arguments().path("message").asString("");
        if (!message.matches("\\d{10,19}")) {
            return "That is no message: give its link, or its id (in Discord: Copy Message ID).";
        }
        Instant at =
                Instant.ofEpochMilli((Long.parseLong(message) >> TIME_BITS) + FIRST_SECOND_OF_2015);
        return told(step, message, at);
    }

    private String told(Step.Call step, String message, Instant at) {
        Instant until = Instant.now().plus(PATIENCE);
        Set<String> stages = new LinkedHashSet<>();
        try (Stream<ConsumerRecord<byte[], byte[]>> records =
                topics.ofKeySince(
                        Topics.JOURNAL,
                        step.in().conversation().value(),
                        at.minus(CLOCKS_DIFFER))) {
            var all = records.iterator();
            while (all.hasNext()) {
                if (Instant.now().isAfter(until)) {
                    return "That takes too long here. Ask it on the machine: ./carrier why "
                            + message;
                }
                Optional<JournalRecord.Entry> entry = entry(all.next());
                if (entry.isPresent()) {
                    stages.addAll(clauses(step, entry.get()));
                    Optional<Outcome> outcome = outcome(step, message, entry.get());
                    if (outcome.isPresent()) {
                        return page(outcome.get(), at, entry.get().handledAt(), stages);
                    }
                }
            }
        }
        return "Nothing is known of that message here: it is of another channel, not decided yet, or"
                + " older than what is kept.";
    }

    private static Optional<JournalRecord.Entry> entry(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Json.read(Topics.JOURNAL, record.value()) instanceof JournalRecord.Entry entry
                    ? Optional.of(entry)
                    : Optional.empty();
        } catch (Unreadable passedOver) {
            return Optional.empty();
        }
    }

    private static Optional<Outcome> outcome(
            Step.Call step, String message, JournalRecord.Entry entry) {
        return entry.outcomes().stream()
                .filter(one -> one.event().message().equals(message))
                .filter(one -> one.account().equals(step.account()))
                .findFirst();
    }

    private static List<String> clauses(Step.Call step, JournalRecord.Entry entry) {
        String mine = step.account() + ": ";
        List<String> found = new ArrayList<>();
        Arrays.stream(entry.reason().split("; "))
                .filter(clause -> clause.startsWith(mine))
                .map(clause -> clause.substring(mine.length()))
                .forEach(found::add);
        return found;
    }

    private static String page(Outcome outcome, Instant at, Instant ended, Set<String> stages) {
        long millis = Math.max(0, Duration.between(at, ended).toMillis());
        String first =
                "**%s** (%s), %.1f s after it was written"
                        .formatted(
                                outcome.kind().name().toLowerCase(Locale.ROOT),
                                outcome.reason(),
                                millis / 1000.0);
        List<String> last = new ArrayList<>(stages);
        int from = Math.max(0, last.size() - MOST_STAGES);
        return first + "\n" + String.join(" → ", last.subList(from, last.size()));
    }
}
