package dev.carrier.scenarios;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carrier.contracts.Topic;
import dev.carrier.contracts.Topics;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the users of {@code deploy/security/kafka-rights} may not do. */
interface KafkaRightsCases {
    SecuredTown town();

    @ParameterizedTest
    @CsvSource({
        "responder, carrier.events",
        "responder, carrier.settings",
        "ingest-discord, carrier.deliveries",
        "ingest-instagram, carrier.responses.instagram",
        "memory-service, carrier.memories",
        "memory-service, carrier.dead-letters",
        "pipeline-processor, carrier.events",
        "operator, carrier.responses.discord",
    })
    default void nobodyWritesWhatIsAnothers(String user, String topic) {
        try (var producer = town().kafka(user).producer("intruder")) {
            assertThatThrownBy(() ->
                            producer.send(
                                            new ProducerRecord<>(
                                                    topic, "key".getBytes(UTF_8), new byte[1]))
                                    .get())
                    .hasCauseInstanceOf(AuthorizationException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ingest-discord, carrier.steps",
        "ingest-instagram, carrier.responses.instagram",
        "responder, carrier.journal",
        "responder, carrier.steps",
        "memory-service, carrier.journal",
        "memory-service, carrier-pipeline-conversations-changelog",
    })
    default void nobodyReadsWhatIsAnothers(String user, String topic) {
        try (var reader = town().kafka(user).reader("intruder")) {
            reader.assign(List.of(new TopicPartition(topic, 0)));

            assertThatThrownBy(() -> reader.poll(Duration.ofSeconds(30)))
                    .isInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    default void nobodyTakesAnothersPlaceInAGroupOrATransaction() {
        var responder = town().kafka("responder");
        try (var member = responder.consumer("carrier-provider-stage", "intruder");
                var producer = responder.transactionalProducer("carrier-provider-stage-one")) {
            member.subscribe(List.of(Topics.RESPONSES_DISCORD.name()));

            assertThatThrownBy(() -> member.poll(Duration.ofSeconds(30)))
                    .isInstanceOf(GroupAuthorizationException.class);
            assertThatThrownBy(producer::initTransactions)
                    .isInstanceOf(TransactionalIdAuthorizationException.class);
        }
    }

    @Test
    default void whoOnlyReadsIsToldOfNoOtherTopics() throws Exception {
        try (var admin = town().kafka("responder").admin("curious")) {
            assertThat(admin.listTopics().names().get())
                    .containsExactlyInAnyOrder(
                            Topics.RESPONSES_DISCORD.name(),
                            Topics.RESPONSES_INSTAGRAM.name(),
                            Topics.DELIVERIES.name(),
                            Topics.DEAD_LETTERS.name());
        }
    }

    @Test
    default void everyTopicIsSomebodysToWrite() {
        assertThat(Topics.all().stream().map(Topic::name))
                .allMatch(name ->
                        KafkaRights.all().stream()
                                .map(right -> right.pattern().name())
                                .anyMatch(name::startsWith));
    }
}
