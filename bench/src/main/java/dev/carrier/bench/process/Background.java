package dev.carrier.bench.process;

import dev.carrier.bench.Subject;
import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Author;
import dev.carrier.contracts.AuthorKind;
import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Hearing;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.contracts.Topics;
import dev.carrier.faults.crew.Until;
import dev.carrier.runtime.kafka.Records;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;

/**
 * Conversations that Carrier has in its state while others are measured: a line in each that calls
 * nobody, written to {@code carrier.events} as ingest-discord would. Written by way of the sandbox,
 * a hundred thousand would take longer than all that is measured.
 */
final class Background {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final String LINE =
            "The bees were late again today, and nobody could say where they had been until noon.";

    /** No snowflake of the sandbox is that large. */
    private static final long FIRST = 8_000_000_000_000_000_000L;

    private final Subject subject;
    private final String guild;
    private final int partitions;

    /**
     * @param guild where they are said to talk
     */
    Background(Subject subject, String guild, int partitions) {
        this.subject = subject;
        this.guild = guild;
        this.partitions = partitions;
    }

    /**
     * Writes them, and returns when the processor and the memory have taken the last.
     *
     * @return how long that took
     */
    Duration fill(int conversations) {
        Instant began = Instant.now();
        try (Producer<byte[], byte[]> producer = subject.kafka().producer("carrier-bench-fill")) {
            for (int number = 0; number < conversations; number++) {
                Event.Said line = line(FIRST + number, began);
                producer.send(Records.of(Topics.EVENTS, line.in().conversation(), line));
            }
        }
        try (Admin admin = subject.kafka().admin("carrier-bench")) {
            for (String group : List.of("carrier-pipeline", "carrier-memory-service")) {
                Until.holds(
                        group + " has read the background",
                        PATIENCE,
                        LOOK,
                        () -> left(admin, group) == 0);
            }
        }
        return Duration.between(began, Instant.now());
    }

    private Event.Said line(long id, Instant at) {
        ConversationId conversation = Place.discordConversation(Long.toString(id));
        return new Event.Said(
                EventId.discordSaid(Long.toString(id)),
                at,
                new Place(
                        conversation,
                        "discord",
                        PlaceKind.CHANNEL,
                        Long.toString(id),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(guild),
                        Optional.of("Bench 0"),
                        Optional.of("background"),
                        Optional.empty()),
                new Author(
                        new PersonId("discord:user:" + FIRST),
                        "Nell",
                        AuthorKind.PERSON,
                        List.of()),
                LINE,
                Optional.empty(),
                List.of(),
                List.of(
                        new Hearing(
                                new AccountId(WorkerTown.ACCOUNT),
                                false,
                                new TreeSet<>(),
                                true,
                                false,
                                false)));
    }

    /** How many events a group has not read yet. */
    private long left(Admin admin, String group) {
        var events =
                IntStream.range(0, partitions)
                        .mapToObj(it -> new TopicPartition(Topics.EVENTS.name(), it))
                        .toList();
        try {
            var read = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
            long left = 0;
            for (TopicPartition one : events) {
                ListOffsetsResultInfo end =
                        admin.listOffsets(Map.of(one, OffsetSpec.latest()))
                                .partitionResult(one)
                                .get();
                OffsetAndMetadata at = read.get(one);
                left += end.offset() - (at == null ? 0 : at.offset());
            }
            return left;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not tell of " + group, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
