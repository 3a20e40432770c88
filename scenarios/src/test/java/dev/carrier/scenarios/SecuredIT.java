package dev.carrier.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import dev.carrier.cli.Carrier;
import dev.carrier.faults.judge.Recorded;
import dev.carrier.pipeline.PipelineWorker;
import dev.carrier.runtime.SetupProblem;
import dev.carrier.runtime.redis.Redis;
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
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples in {@code deploy/security}, on servers that let nobody in unasked: with them all
 * workers do their work, and none does another's.
 */
class SecuredIT implements KafkaRightsCases, RedisRightsCases, PlantedSecretsCases {
    @TempDir static Path folder;
    private static SecuredServers servers;
    private static SecuredTown town;

    @BeforeAll
    static void start() throws Exception {
        servers = new SecuredServers(folder);
        town = new SecuredTown(folder, servers);
        assertThat(servers.refusals()).isEqualTo("[]");
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

    @Override
    public SecuredTown town() {
        return town;
    }

    @Override
    public String types(String... words) throws IOException {
        return typed(words);
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

    @Test
    void andSoDoesOneWhomRedisRefuses() throws Exception {
        assertThat(ended(Map.of("REDIS_PASSWORD", "wrong-guess")))
                .contains("carrier: redis at 127.0.0.1:", "refuses this user (WRONGPASS")
                .doesNotContain("wrong-guess", "\tat ");
    }

    @Test
    void whoTrustsAnotherAuthorityOrNoFileIsTold() throws Exception {
        Path other = Certificates.in(folder.resolve("another"), "theirs").ca();
        String url = town.settings("responder").redis().url();

        try (var redis = new Redis(url, Optional.of(other))) {
            assertThat(redis.refusal())
                    .get(STRING)
                    .contains("do not agree on TLS", "check redis.ca")
                    .doesNotContain(SecuredServers.password("responder"));
        }
        assertThatThrownBy(() -> new Redis(url, Optional.of(folder.resolve("nothing.pem"))))
                .isInstanceOf(SetupProblem.class)
                .hasMessageContaining("redis.ca names")
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> new Redis("redis://127.0.0.1:1", Optional.of(other)))
                .isInstanceOf(SetupProblem.class)
                .hasMessageContaining("is not of TLS");
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
