package dev.carrier.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.contracts.Headers;
import dev.carrier.contracts.Topics;
import dev.carrier.runtime.kafka.Records;
import dev.carrier.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A question and its answer, followed from topic to topic by whoever takes traces. */
class TracesIT {
    private static final String WORDS = "marmalade under the floor";

    @TempDir static Path data;
    private static OtlpReceiver receiver;
    private static House house;

    @BeforeAll
    static void oneIsAnswered() throws IOException, InterruptedException {
        receiver = new OtlpReceiver();
        house =
                new House(
                        SandboxOptions.defaults(),
                        data,
                        "traces: { url: \"" + receiver.url() + "\" }");
        String bo = house.person("Bo");
        house.open();
        house.discord.says(bo, house.town.guild().general(), "@Ada is there " + WORDS + "?");
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(spans()).containsKey("turn"));
    }

    @AfterAll
    static void close() {
        house.close();
        receiver.close();
    }

    @Test
    void aTurnIsOneTraceFromGatheringToSending() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(spans())
                                .containsOnlyKeys(
                                        "turn", "gather", "provider-stage", "responder-discord"));

        assertThat(receiver.spans().stream().map(OtlpReceiver.Span::trace).distinct()).hasSize(1);
        OtlpReceiver.Span turn = spans().get("turn");
        assertThat(turn.parent()).isEmpty();
        for (String stage : List.of("gather", "provider-stage", "responder-discord")) {
            assertThat(spans().get(stage).parent()).as(stage).isEqualTo(turn.id());
            assertThat(spans().get(stage).nanos()).as(stage).isBetween(0L, turn.nanos());
        }
        assertThat(turn.attributes()).containsEntry("carrier.account", "ada");
        assertThat(spans().get("responder-discord").attributes())
                .containsEntry("carrier.turn", turn.attributes().get("carrier.turn"));
    }

    @Test
    void theTraceRidesInTheHeadersOfEveryTopicOnTheWay() {
        String trace = spans().get("turn").trace();

        for (var topic :
                List.of(
                        Topics.STEPS,
                        Topics.RESULTS,
                        Topics.RESPONSES_DISCORD,
                        Topics.DELIVERIES)) {
            assertThat(traces(topic.name())).as(topic.name()).containsExactly(trace);
        }
    }

    @Test
    void noTraceHoldsWhatPeopleSay() {
        assertThat(receiver.everything()).doesNotContain(WORDS).doesNotContain("marmalade");
    }

    private static Set<String> traces(String topic) {
        try (var reader = house.running().infrastructure().kafka().reader("traces-it")) {
            var all =
                    reader.partitionsFor(topic).stream()
                            .map(one -> new TopicPartition(topic, one.partition()))
                            .toList();
            reader.assign(all);
            reader.seekToBeginning(all);
            Set<String> found = new TreeSet<>();
            Map<TopicPartition, Long> ends = reader.endOffsets(all);
            while (all.stream().anyMatch(one -> reader.position(one) < ends.get(one))) {
                reader.poll(Duration.ofMillis(200))
                        .forEach(record ->
                                Records.header(record, Headers.TRACE)
                                        .ifPresent(header -> found.add(header.split("-")[1])));
            }
            return found;
        }
    }

    private static Map<String, OtlpReceiver.Span> spans() {
        return receiver.spans().stream()
                .collect(
                        Collectors.toMap(
                                OtlpReceiver.Span::name, one -> one, (a, b) -> a, HashMap::new));
    }
}
