package dev.carrier.pipeline;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.OutcomeKind;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.Result;
import dev.carrier.contracts.Step;
import dev.carrier.contracts.StepId;
import dev.carrier.contracts.Topic;
import dev.carrier.contracts.Topics;
import dev.carrier.contracts.Travels;
import dev.carrier.contracts.TurnId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What earlier releases wrote is read by this one, which goes on where they ended. */
class PreviousReleaseTest {
    @TempDir Path folder;

    static Stream<Recording> recordings() {
        return Recording.all().stream();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void everyRecordOfEveryTopicIsRead(Recording recording) {
        for (Topic<? extends Travels> topic : Topics.all()) {
            means(topic, recording);
        }
        assertThat(recording.of(Topics.EVENTS)).hasSizeGreaterThan(20);
        assertThat(recording.of(Topics.JOURNAL)).hasSizeGreaterThan(50);
        assertThat(recording.of(Topics.DEAD_LETTERS)).isEmpty();
    }

    /** Read, written by this release and read again, it is the same. */
    private static <V extends Travels> void means(Topic<V> topic, Recording recording) {
        for (V value : recording.of(topic)) {
            assertThat(Json.read(topic, Json.write(value))).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void turnsThatWaitedForTheModelAreAnswered(Recording recording) {
        List<Step.Think> open = open(recording);
        assertThat(open).isNotEmpty();
        try (Driver driver = recording.resumed(folder)) {
            open.forEach(step -> driver.think(step, "It is as it was."));

            List<Response.Say> says = says(driver);
            assertThat(says).extracting(Response.Say::turn).containsAll(turns(open));
            assertThat(says).allMatch(say -> say.text().equals("It is as it was."));
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void conversationsGoOnWithTheNextEntryOfTheirJournal(Recording recording) {
        Map<ConversationId, Long> last = sequences(recording.of(Topics.JOURNAL));
        try (Driver driver = recording.resumed(folder)) {
            for (Event.Said again : lastMessages(recording)) {
                driver.hear(again);
            }
            driver.after(Duration.ofSeconds(10));

            assertThat(driver.entries()).hasSizeGreaterThan(3);
            driver.entries().stream()
                    .collect(toMap(one -> one.in(), one -> one.sequence(), Math::min))
                    .forEach((in, first) ->
                            assertThat(first)
                                    .as(in.value())
                                    .isEqualTo(last.getOrDefault(in, 0L) + 1));
            assertThat(driver.read(Topics.DEAD_LETTERS)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void nothingIsAnsweredAgain(Recording recording) {
        Set<Answered> answered =
                recording.of(Topics.JOURNAL).stream()
                        .filter(JournalRecord.Entry.class::isInstance)
                        .flatMap(entry -> ((JournalRecord.Entry) entry).outcomes().stream())
                        .filter(outcome -> outcome.kind() == OutcomeKind.REPLIED)
                        .map(outcome -> new Answered(outcome.event(), outcome.account()))
                        .collect(toSet());
        assertThat(answered).isNotEmpty();
        try (Driver driver = recording.resumed(folder)) {
            for (Event event : recording.of(Topics.EVENTS)) {
                if (event instanceof Event.Said said) {
                    driver.hear(said);
                }
            }
            driver.after(Duration.ofSeconds(10));

            for (Step step : driver.read(Topics.STEPS)) {
                if (step instanceof Step.Think think) {
                    think.triggers()
                            .forEach(event ->
                                    assertThat(answered)
                                            .doesNotContain(new Answered(event, think.account())));
                }
            }
            assertThat(outcomesOf(driver)).doesNotContainAnyElementsOf(answered);
        }
    }

    private record Answered(EventId event, AccountId account) {}

    private static List<Answered> outcomesOf(Driver driver) {
        return driver.entries().stream()
                .flatMap(entry -> entry.outcomes().stream())
                .map(outcome -> new Answered(outcome.event(), outcome.account()))
                .toList();
    }

    /** Steps without a result. */
    private static List<Step.Think> open(Recording recording) {
        Set<StepId> done =
                recording.of(Topics.RESULTS).stream()
                        .filter(Result.Thought.class::isInstance)
                        .map(result -> ((Result.Thought) result).step())
                        .collect(toSet());
        return recording.of(Topics.STEPS).stream()
                .filter(Step.Think.class::isInstance)
                .map(Step.Think.class::cast)
                .filter(step -> !done.contains(step.id()))
                .toList();
    }

    private static List<Response.Say> says(Driver driver) {
        List<Response.Say> says = new ArrayList<>();
        for (Topic<Response> topic :
                List.of(Topics.RESPONSES_DISCORD, Topics.RESPONSES_INSTAGRAM)) {
            for (Response response : driver.read(topic)) {
                if (response instanceof Response.Say say) {
                    says.add(say);
                }
            }
        }
        return says;
    }

    private static Set<TurnId> turns(List<Step.Think> steps) {
        return steps.stream().map(Step.Think::turn).collect(toSet());
    }

    private static Map<ConversationId, Long> sequences(List<JournalRecord> journal) {
        return journal.stream()
                .filter(JournalRecord.Entry.class::isInstance)
                .map(JournalRecord.Entry.class::cast)
                .collect(toMap(one -> one.in(), one -> one.sequence(), Math::max));
    }

    /** In each conversation somebody says once more what was said last, as a new message. */
    private static List<Event.Said> lastMessages(Recording recording) {
        Map<ConversationId, Event.Said> last =
                recording.of(Topics.EVENTS).stream()
                        .filter(Event.Said.class::isInstance)
                        .map(Event.Said.class::cast)
                        .collect(toMap(one -> one.in().conversation(), one -> one, (_, b) -> b));
        Instant now = recording.ended().plusSeconds(1);
        return last.values().stream().map(said -> anew(said, now)).toList();
    }

    private static Event.Said anew(Event.Said said, Instant now) {
        return new Event.Said(
                EventId.said(said.id().value().split(":", 2)[0], another(said.id().message())),
                now,
                said.in(),
                said.by(),
                said.text(),
                said.replyTo(),
                said.attachments(),
                said.heardBy(),
                said.quote());
    }

    /** An id that no message has yet; Discord's are numbers. */
    private static String another(String message) {
        return message.matches("\\d{15,19}")
                ? Long.toString(Long.parseLong(message) + 1)
                : message + "x";
    }
}
