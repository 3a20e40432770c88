package dev.carrier.scenarios;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.carrier.cli.Carrier;
import dev.carrier.contracts.Topic;
import dev.carrier.contracts.Topics;
import dev.carrier.faults.judge.Recorded;
import dev.carrier.pipeline.PipelineWorker;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The examples in {@code deploy/security}, on servers that let nobody in unasked: with them all
 * workers do their work, and none does another's.
 */
class SecuredIT {
    @TempDir static Path folder;
    private static SecuredServers servers;
    private static SecuredTown town;

    @BeforeAll
    static void start() throws Exception {
        servers = new SecuredServers(folder);
        town = new SecuredTown(folder, servers);
    }

    @AfterAll
    static void stop() {
        if (town != null) {
            town.close();
        }
        if (servers != null) {
            servers.close();
        }
    }

    @Test
    void amongWorkersWithTheirOwnRightsOnlyAMessageIsAnswered() throws IOException {
        town.client.model().answers("what is behind the door", "A second door.");

        var asked =
                town.discord.says(town.ida, town.cafe.general(), "@Ada what is behind the door?");

        soon().untilAsserted(() ->
                assertThat(town.discord.messages(town.cafe.general()))
                        .anyMatch(message -> message.content().equals("A second door.")));
        soon().untilAsserted(() -> assertThat(typed("why", asked.id())).contains("replied"));
        assertThat(Recorded.read(town.kafka("operator")).deadLetters()).isZero();
    }

    @Test
    void andSoIsACommentOnInstagram() {
        town.client.model().answers("how high is the wall", "Three bees high.");
        String post = town.instagram.post(town.bees.id(), "A wall.");
        String kim = town.instagram.person("kim");

        town.instagram.comment(kim, post, "how high is the wall?");

        soon().untilAsserted(() ->
                assertThat(town.instagram.comments(post))
                        .anyMatch(comment -> comment.text().equals("Three bees high.")));
    }

    @Test
    void theOperatorPausesAndLooksAtTheTopics() throws IOException {
        assertThat(typed("pause", "ada")).contains("ada");
        assertThat(typed("resume", "ada")).contains("ada");
        assertThat(typed("topics", "--create")).contains("carrier.journal");
    }

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
    void nobodyWritesWhatIsAnothers(String user, String topic) {
        try (var producer = town.kafka(user).producer("intruder")) {
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
    void nobodyReadsWhatIsAnothers(String user, String topic) {
        try (var reader = town.kafka(user).reader("intruder")) {
            reader.assign(List.of(new TopicPartition(topic, 0)));

            assertThatThrownBy(() -> reader.poll(Duration.ofSeconds(30)))
                    .isInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    void nobodyTakesAnothersPlaceInAGroupOrATransaction() {
        var responder = town.kafka("responder");
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
    void whoOnlyReadsIsToldOfNoOtherTopics() throws Exception {
        try (var admin = town.kafka("responder").admin("curious")) {
            assertThat(admin.listTopics().names().get())
                    .containsExactlyInAnyOrder(
                            Topics.RESPONSES_DISCORD.name(),
                            Topics.RESPONSES_INSTAGRAM.name(),
                            Topics.DELIVERIES.name(),
                            Topics.DEAD_LETTERS.name());
        }
    }

    @Test
    void everyTopicIsSomebodysToWrite() {
        assertThat(Topics.all().stream().map(Topic::name))
                .allMatch(name ->
                        KafkaRights.all().stream()
                                .map(right -> right.pattern().name())
                                .anyMatch(name::startsWith));
    }

    @Test
    void aWorkerWithAWrongPasswordEndsWithASentence() throws Exception {
        String printed = ended(Map.of("KAFKA_PASSWORD", "wrong-guess"));

        assertThat(printed)
                .contains("carrier: Kafka refused the credentials")
                .contains("check sasl.… in kafka.properties")
                .doesNotContain("wrong-guess", "\tat ");
    }

    @Test
    void aWorkerThatTrustsAnotherAuthorityEndsWithASentence() throws Exception {
        Path other = Certificates.in(folder.resolve("other"), "theirs").ca();

        assertThat(ended(Map.of("KAFKA_CA", other.toString())))
                .contains("carrier: Kafka and Carrier do not agree on TLS")
                .doesNotContain(SecuredServers.password("pipeline-processor"), "\tat ");
    }

    /** What the processor prints, in a process of its own, until it ends with 2. */
    private static String ended(Map<String, String> otherwise) throws Exception {
        var environment = new HashMap<>(town.environment("pipeline-processor"));
        environment.putAll(otherwise);
        Path output = Files.createTempFile(folder, "worker", ".log");
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                PipelineWorker.class.getName(),
                                "--config",
                                town.file.toString(),
                                "--set",
                                "http.health=0"));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(output.toFile()).environment().putAll(environment);
        var process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(2);
            return Files.readString(output);
        } finally {
            process.destroyForcibly();
        }
    }

    /** What the operator's command prints. */
    private static String typed(String... words) throws IOException {
        var line = Carrier.commandLine(town.environment("operator"));
        var out = new StringWriter();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(out, true));
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--config", town.file.toString()));
        line.execute(all.toArray(String[]::new));
        return out.toString();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofMinutes(2));
    }
}
