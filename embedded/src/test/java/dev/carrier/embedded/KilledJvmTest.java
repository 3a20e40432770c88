package dev.carrier.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

class KilledJvmTest {
    private static final TopicPartition TALK = new TopicPartition("talk", 0);

    @TempDir Path data;

    @Test
    void aKilledJvmLeavesNoRedisAndLosesNoData() throws Exception {
        ProcessHandle redis;
        try (var other = OtherJvm.runningServersOn(data)) {
            redis = other.redis();
            var running = EmbeddedServers.running(data).orElseThrow();
            assertThat(running.pid()).isEqualTo(other.pid());
            var records = new Records(running.kafka());
            records.createTopic("talk");
            records.write("talk", "one", "two", "three");
            try (var client = RedisClient.create(running.redis())) {
                client.set("who", "Ada");
            }
            assertThat(redis.isAlive()).isTrue();

            other.kill();
        }

        await("Redis ends with the JVM that started it")
                .atMost(Duration.ofSeconds(60))
                .until(() -> !redis.isAlive());
        assertThat(EmbeddedServers.running(data)).isEmpty();
        try (var servers = EmbeddedServers.start(EmbeddedOptions.in(data))) {
            var records = new Records(servers.kafka().bootstrap());
            assertThat(records.read("talk")).containsExactly("one", "two", "three");
            try (var client = RedisClient.create(servers.redis().url())) {
                assertThat(client.get("who")).isEqualTo("Ada");
            }
        }
    }

    @Test
    void aStartRightAfterAKillTakesTheFolderFromTheRedisThatIsStillEnding() throws Exception {
        try (var other = OtherJvm.runningServersOn(data)) {
            var before = other.redis();

            other.kill();

            try (var servers = EmbeddedServers.start(EmbeddedOptions.in(data))) {
                assertThat(before.isAlive()).isFalse();
                assertThat(servers.redis().pid()).isNotEqualTo(before.pid());
            }
        }
    }

    @Test
    void aTransactionThatWasOpenWhenTheBrokerWasKilledBlocksNobodyAfterwards() throws Exception {
        try (var other = OtherJvm.runningServersOn(data)) {
            var records = new Records(other.kafka());
            records.createTopic("talk");
            var producer =
                    records.producer(
                            Map.of("transactional.id", "ada", "transaction.timeout.ms", 1000));
            try (var reader = records.member("readers")) {
                producer.initTransactions();
                write(producer, reader.groupMetadata(), 1);
                producer.commitTransaction();
                write(producer, reader.groupMetadata(), 2);
                other.kill();
            } finally {
                producer.close(Duration.ZERO);
            }
        }

        try (var kafka = EmbeddedKafka.start(data.resolve("kafka"), 0)) {
            var records = new Records(kafka.bootstrap());
            records.write("talk", "line 3");
            await("the transaction is over, for its records and for its offsets")
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() ->
                            assertThat(records.read("talk")).containsExactly("line 1", "line 3"));
            try (var reader = records.member("readers")) {
                assertThat(reader.committed(Set.of(TALK)))
                        .containsEntry(TALK, new OffsetAndMetadata(1));
            }
        }
    }

    /** In a transaction: a line, and that a reader has come so far. */
    private static void write(
            KafkaProducer<String, String> producer, ConsumerGroupMetadata readers, long line)
            throws Exception {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>("talk", "line " + line)).get();
        producer.sendOffsetsToTransaction(Map.of(TALK, new OffsetAndMetadata(line)), readers);
    }

    @Test
    void aFolderThatAnotherProcessUsesIsRefusedWithItsPidAndPorts() throws Exception {
        try (var other = OtherJvm.runningServersOn(data)) {
            assertThatThrownBy(() -> EmbeddedServers.start(EmbeddedOptions.in(data)))
                    .isInstanceOf(FolderInUse.class)
                    .hasMessageContaining(data.toString())
                    .hasMessageContaining("process " + other.pid())
                    .hasMessageContaining(other.kafka())
                    .hasMessageContaining("redis://127.0.0.1:")
                    .hasMessageContaining("or start with another folder");
            assertThat(other.redis().isAlive()).isTrue();
            assertThat(EmbeddedServers.running(data)).isPresent();
        }
    }
}
