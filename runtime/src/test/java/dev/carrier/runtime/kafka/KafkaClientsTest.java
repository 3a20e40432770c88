package dev.carrier.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carrier.runtime.SetupProblem;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaClientsTest {
    @Test
    void anAddressThatIsNoneIsSaidInASentence() {
        var clients = new KafkaClients("nonsense", Map.of());

        assertThatThrownBy(() -> clients.producer("somebody"))
                .isInstanceOf(SetupProblem.class)
                .hasMessageContaining("correct kafka.bootstrap");
    }

    @Test
    void aKafkaThatDoesNotAnswerIsSaidInASentence() throws Exception {
        var impatient = Map.of("default.api.timeout.ms", "1000", "request.timeout.ms", "500");
        var clients = new KafkaClients("127.0.0.1:" + FreePort.choose(), impatient);
        try (var admin = clients.admin("somebody")) {
            assertThatThrownBy(() -> TopicSetup.ensure(admin, 4, Duration.ofDays(7), 1))
                    .isInstanceOf(SetupProblem.class)
                    .hasMessageContaining("Kafka does not answer")
                    .hasMessageContaining("correct kafka.bootstrap");
        }
    }

    @Test
    void theOperatorsPropertiesWinButNotOverWhatAGuaranteeRestsOn() {
        var settings =
                new ClientSettings(
                        "127.0.0.1:9092",
                        Map.of(
                                "acks", "1",
                                "enable.auto.commit", "true",
                                "isolation.level", "read_uncommitted",
                                "session.timeout.ms", "30000",
                                "security.protocol", "SASL_SSL"));

        assertThat(settings.producer("p")).containsEntry("acks", "all");
        assertThat(settings.consumer("g", "c", Map.of("max.poll.records", 50)))
                .containsEntry("isolation.level", "read_committed")
                .containsEntry("enable.auto.commit", "false")
                .containsEntry("session.timeout.ms", "30000")
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("max.poll.records", 50)
                .containsEntry("client.id", "c");
        assertThat(settings.transactionalProducer("t", Map.of("linger.ms", 1)))
                .containsEntry("transaction.timeout.ms", "5000")
                .containsEntry("retry.backoff.ms", "5")
                .containsEntry("client.id", "t");
    }

    @Test
    void passwordsAreNotWrittenOut() {
        var clients = new KafkaClients("127.0.0.1:9092", Map.of("sasl.jaas.config", "password=x"));

        assertThat(clients.toString()).doesNotContain("password");
    }
}
