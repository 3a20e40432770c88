package dev.carrier.runtime.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.DeadLetter;
import dev.carrier.contracts.Headers;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Memory;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.RecordRef;
import dev.carrier.contracts.Topics;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class RecordsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final ConversationId CAFE = new ConversationId("discord:channel:1");
    private static final Memory FORGET =
            new Memory.Forget("f1", new PersonId("discord:user:7"), "asked", NOON);

    @Test
    void aRecordCarriesItsConversationInKeyAndHeader() {
        var sent = Records.of(Topics.MEMORIES, CAFE, FORGET, Map.of(Headers.TURN, "t1"));

        var read = arrived(sent);
        assertThat(read.topic()).isEqualTo("carrier.memories");
        assertThat(Records.conversation(read)).contains(CAFE);
        assertThat(Records.header(read, Headers.CONVERSATION)).contains("discord:channel:1");
        assertThat(Records.header(read, Headers.TURN)).contains("t1");
        assertThat(Records.header(read, "other")).isEmpty();
        assertThat(Json.read(Topics.MEMORIES, read.value())).isEqualTo(FORGET);
    }

    @Test
    void aDeadLetterSaysWhatItWasWhereItStandsAndWhy() {
        var record = arrived(Records.of(Topics.MEMORIES, CAFE, FORGET));

        var sent = Records.dead(Topics.DEAD_LETTERS, "memory-service", record, "no type", NOON);

        assertThat(sent.topic()).isEqualTo("carrier.dead-letters");
        assertThat(sent.key()).isEqualTo(record.key());
        var dead = (DeadLetter.Dead) Json.read(Topics.DEAD_LETTERS, sent.value());
        assertThat(dead.from()).contains(new RecordRef("carrier.memories", 3, 42));
        assertThat(dead.reason()).isEqualTo("no type");
        assertThat(dead.headers()).containsEntry(Headers.CONVERSATION, CAFE.value());
        assertThat(Base64.getDecoder().decode(dead.value())).isEqualTo(record.value());
    }

    @Test
    void aRecordWithoutKeyAndValueCanDieToo() {
        var empty = new ConsumerRecord<byte[], byte[]>("carrier.events", 0, 7, null, null);

        var sent = Records.dead(Topics.DEAD_LETTERS, "processor", empty, "no value", NOON);

        assertThat(Records.conversation(empty)).isEmpty();
        assertThat(((DeadLetter.Dead) Json.read(Topics.DEAD_LETTERS, sent.value())).value())
                .isEmpty();
    }

    @Test
    void aDeadValueIsCutSoThatTheLetterFitsIntoARecord() {
        var huge = new byte[900 * 1024];
        var record = new ConsumerRecord<>("carrier.events", 0, 7, "key".getBytes(UTF_8), huge);

        var sent = Records.dead(Topics.DEAD_LETTERS, "processor", record, "too large", NOON);

        assertThat(sent.value().length).isLessThan(512 * 1024);
    }

    private static ConsumerRecord<byte[], byte[]> arrived(ProducerRecord<byte[], byte[]> sent) {
        return new ConsumerRecord<>(
                sent.topic(),
                3,
                42,
                NOON.toEpochMilli(),
                TimestampType.CREATE_TIME,
                sent.key().length,
                sent.value().length,
                sent.key(),
                sent.value(),
                new RecordHeaders(sent.headers()),
                Optional.empty());
    }
}
