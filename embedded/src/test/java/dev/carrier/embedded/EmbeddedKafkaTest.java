package dev.carrier.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {
    @TempDir Path folder;

    @Test
    void readersSeeCommittedTransactionsOnly() throws Exception {
        var kafka = TestServers.shared().kafka();
        var records = new Records(kafka.bootstrap());
        records.createTopic("transactions");
        try (var producer = records.producer(Map.of("transactional.id", "writer"))) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("transactions", "kept"));
            producer.commitTransaction();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("transactions", "taken back"));
            producer.flush();
            producer.abortTransaction();
        }

        assertThat(records.read("transactions")).containsExactly("kept");
    }

    @Test
    void anOffsetCarriesABitmapOf4096Characters() throws Exception {
        var kafka = TestServers.shared().kafka();
        var records = new Records(kafka.bootstrap());
        records.createTopic("bitmaps");
        var partition = new TopicPartition("bitmaps", 0);
        var bitmap = "x".repeat(4096);
        try (var member = records.member("bitmap-group");
                var producer = records.producer(Map.of("transactional.id", "bitmap-writer"))) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.sendOffsetsToTransaction(
                    Map.of(partition, new OffsetAndMetadata(7, bitmap)), member.groupMetadata());
            producer.commitTransaction();
        }

        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
            var offsets =
                    // A transaction's offsets show a moment after its commit has returned, unless
                    // one waits.
                    admin.listConsumerGroupOffsets(
                                    "bitmap-group",
                                    new ListConsumerGroupOffsetsOptions().requireStable(true))
                            .partitionsToOffsetAndMetadata()
                            .get();
            assertThat(offsets.get(partition).metadata()).isEqualTo(bitmap);
        }
    }

    @Test
    void aTopicThatNobodyCreatedIsNotInvented() throws Exception {
        var kafka = TestServers.shared().kafka();
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
            var answer = admin.describeTopics(List.of("nobody-made-this")).allTopicNames();
            assertThatThrownBy(answer::get).hasMessageContaining("UnknownTopicOrPartition");
        }
    }

    @Test
    void aPortInUseIsRefusedAndTheFolderStaysFree() throws Exception {
        try (var taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(Ports.loopback(), 0));
            int port = taken.getLocalPort();
            var options = new EmbeddedOptions(folder, port, 0);
            assertThatThrownBy(() -> EmbeddedServers.start(options))
                    .isInstanceOf(PortInUse.class)
                    .hasMessage(
                            "Port "
                                    + port
                                    + " on 127.0.0.1, meant for Kafka, is in use by another program."
                                    + " Stop that program, or choose another port (0 chooses a free one).");
        }

        EmbeddedServers.start(EmbeddedOptions.in(folder)).close();
    }

    @Test
    void aFolderWithSomethingElseInItIsLeftAlone() throws Exception {
        var foreign = Files.createDirectories(folder.resolve("logs")).resolve("diary.txt");
        Files.writeString(foreign, "dear diary");

        assertThatThrownBy(() -> EmbeddedKafka.start(folder, 0))
                .isInstanceOf(EmbeddedException.class)
                .hasMessageContaining("holds no Kafka data");
        assertThat(foreign).exists();
    }

    @Test
    void aFileInPlaceOfTheFolderIsRefused() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "text");

        assertThatThrownBy(() -> EmbeddedServers.start(EmbeddedOptions.in(file)))
                .isInstanceOf(EmbeddedException.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void aPortThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new EmbeddedOptions(folder, 70_000, 0))
                .isInstanceOf(EmbeddedException.class)
                .hasMessageContaining("70000 is no port for Kafka");
    }
}
