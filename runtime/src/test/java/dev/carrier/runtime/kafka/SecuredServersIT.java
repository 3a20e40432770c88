package dev.carrier.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.Memory;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Topics;
import dev.carrier.embedded.EmbeddedKafka;
import dev.carrier.embedded.EmbeddedRedis;
import dev.carrier.runtime.SetupProblem;
import dev.carrier.runtime.redis.Redis;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster that lets nobody in without TLS and a password, reached by properties alone. */
class SecuredServersIT {
    private static final String LOGIN =
            "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"carrier\" password=\"%s\"%s;";

    @TempDir static Path folder;
    private static Certificate certificate;
    private static EmbeddedKafka kafka;

    @BeforeAll
    static void start() throws Exception {
        certificate = Certificate.in(folder);
        var users = LOGIN.formatted("secret", " user_carrier=\"secret\"");
        var broker =
                Map.of(
                        "listener.security.protocol.map",
                        "CLIENT:SASL_SSL,CONTROLLER:PLAINTEXT",
                        "sasl.enabled.mechanisms",
                        "PLAIN",
                        "sasl.mechanism.inter.broker.protocol",
                        "PLAIN",
                        "listener.name.client.plain.sasl.jaas.config",
                        users,
                        "ssl.keystore.location",
                        certificate.keyStore().toString(),
                        "ssl.keystore.password",
                        Certificate.PASSWORD,
                        "ssl.truststore.location",
                        certificate.trustStore().toString(),
                        "ssl.truststore.password",
                        Certificate.PASSWORD);
        kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0, broker);
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void everyClientGetsInWithSaslAndTlsFromTheProperties() throws Exception {
        var clients = new KafkaClients(kafka.bootstrap(), properties("secret"));
        try (var admin = clients.admin("secured-admin");
                var producer = clients.transactionalProducer("secured-writer")) {
            TopicSetup.ensure(admin, 4, Duration.ofDays(7), 1);
            producer.initTransactions();
            producer.beginTransaction();
            var cafe = new ConversationId("discord:channel:1");
            producer.send(Records.of(Topics.MEMORIES, cafe, forget()));
            producer.commitTransaction();
        }

        try (var read = new TopicReader(clients, "secured-reader").all(Topics.MEMORIES)) {
            assertThat(read).hasSize(1);
        }
    }

    @Test
    void aWrongPasswordIsSaidInASentenceWithoutThePassword() {
        var clients = new KafkaClients(kafka.bootstrap(), properties("wrong-guess"));
        try (var admin = clients.admin("refused")) {
            assertThatThrownBy(() -> TopicSetup.ensure(admin, 4, Duration.ofDays(7), 1))
                    .isInstanceOf(SetupProblem.class)
                    .hasMessageContaining("Kafka refused the credentials")
                    .message()
                    .doesNotContain("wrong-guess");
        }
    }

    @Test
    void aCertificateThatNobodyTrustsIsSaidInASentence() {
        var properties = new HashMap<>(properties("secret"));
        properties.keySet().removeIf(key -> key.startsWith("ssl.truststore"));
        var clients = new KafkaClients(kafka.bootstrap(), properties);
        try (var admin = clients.admin("distrusting")) {
            assertThatThrownBy(() -> TopicSetup.ensure(admin, 4, Duration.ofDays(7), 1))
                    .isInstanceOf(SetupProblem.class)
                    .hasMessageContaining("do not agree on TLS");
        }
    }

    /** The packaged Redis speaks TLS, so the same is shown of it, with a password. */
    @Test
    void redisIsReachedWithTlsAndAPasswordFromItsAddress() throws Exception {
        int port = FreePort.choose();
        var directives =
                Map.of(
                        "requirepass", "secret",
                        "tls-port", String.valueOf(port),
                        "tls-cert-file", certificate.pem().toString(),
                        "tls-key-file", certificate.keyPem().toString(),
                        "tls-auth-clients", "no");
        try (var server = EmbeddedRedis.start(folder.resolve("redis"), 0, directives);
                var plain = new Redis(server.url());
                var distrusting = new Redis("rediss://:secret@127.0.0.1:" + port)) {
            assertThat(plain.ping()).get(STRING).contains("NOAUTH");
            assertThat(distrusting.ping()).get(STRING).contains("certification path");
            trusting(() -> {
                try (var redis = new Redis("rediss://:secret@127.0.0.1:" + port);
                        var guess = new Redis("rediss://:guess@127.0.0.1:" + port)) {
                    assertThat(redis.ping()).isEmpty();
                    redis.client().set("who", "Ada");
                    assertThat(redis.client().get("who")).isEqualTo("Ada");
                    assertThat(guess.ping()).get(STRING).contains("WRONGPASS");
                }
            });
        }
    }

    /** As a JVM does that is started with -Djavax.net.ssl.trustStore. */
    private static void trusting(Runnable work) {
        var store = certificate.trustStore().toString();
        System.setProperty("javax.net.ssl.trustStore", store);
        System.setProperty("javax.net.ssl.trustStorePassword", Certificate.PASSWORD);
        try {
            work.run();
        } finally {
            System.clearProperty("javax.net.ssl.trustStore");
            System.clearProperty("javax.net.ssl.trustStorePassword");
        }
    }

    private static Map<String, String> properties(String password) {
        return Map.of(
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                LOGIN.formatted(password, ""),
                "ssl.truststore.location",
                certificate.trustStore().toString(),
                "ssl.truststore.password",
                Certificate.PASSWORD);
    }

    private static Memory forget() {
        var person = new PersonId("discord:user:7");
        return new Memory.Forget("f1", person, "asked", Instant.parse("2026-11-22T12:00:00Z"));
    }
}
