package dev.carrier.ingest.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.DeadLetter;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Headers;
import dev.carrier.contracts.Hearing;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Topics;
import dev.carrier.embedded.TestServers;
import dev.carrier.runtime.gateway.Shard;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.TopicReader;
import dev.carrier.runtime.kafka.TopicSetup;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

/** What cannot be understood ends as a dead letter that says what and why; the rest goes on. */
class LeftOutIT {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final AccountId account = new AccountId("baffled" + COUNT.incrementAndGet());
    private final long channel = 4200L + COUNT.get();
    private final AtomicInteger attempts = new AtomicInteger();
    private final KafkaClients kafka =
            new KafkaClients(TestServers.shared().kafka().bootstrap(), Map.of());
    private final UnifiedJedis redis =
            RedisClient.create(URI.create(TestServers.shared().redis().url()));
    private final EventWriter writer =
            new EventWriter(() -> kafka.producer("left-out"), InstantSource.system());
    private final Lane lane = new Lane(channel, parts());

    private LaneParts parts() {
        return new LaneParts(
                account,
                IngestOptions.at(URI.create("http://127.0.0.1/api/v10/")),
                new Semaphore(100),
                writer,
                new Cursors(redis, Shard.only(account)),
                (_, _) -> List.of(),
                (_, _) -> {},
                new LeftOut(account, InstantSource.fixed(NOON)),
                Duration.ofMillis(1));
    }

    @BeforeEach
    void topics() {
        try (var admin = kafka.admin("left-out")) {
            TopicSetup.ensure(admin, 2, Duration.ofDays(1), 1);
        }
    }

    @AfterEach
    void close() {
        writer.close();
        redis.close();
    }

    @Test
    void whatIsNotUnderstoodTenTimesIsADeadLetterAndItsNeighboursAreEvents() {
        lane.offer(new Heard(11, () -> Optional.of(gone("11"))));
        lane.offer(new Heard(12, this::baffling));
        lane.offer(new Heard(13, () -> Optional.of(gone("13"))));
        lane.open();

        Town.soon().until(() -> lane.cursor().equals(OptionalLong.of(13)));
        assertThat(attempts).hasValue(10);
        assertThat(events()).containsExactly("11", "13");
        assertThat(letters()).hasSize(1);
        var letter = letters().getFirst();
        assertThat(letter.worker()).isEqualTo("ingest-discord");
        assertThat(letter.from()).isEmpty();
        assertThat(letter.at()).isEqualTo(NOON);
        assertThat(letter.headers())
                .containsEntry(LeftOut.MESSAGE, "12")
                .containsEntry(Headers.CONVERSATION, "discord:channel:" + channel);
        assertThat(letter.reason())
                .contains("IllegalStateException", "LeftOutIT.baffling")
                .doesNotContain("a secret");
    }

    @Test
    void whatIsUnderstoodAtLastIsAnEvent() {
        lane.offer(new Heard(21, () -> attempts.get() < 9 ? baffling() : Optional.of(gone("21"))));
        lane.open();
        Town.soon().until(() -> lane.cursor().equals(OptionalLong.of(21)));
        assertThat(events()).containsExactly("21");
        assertThat(letters()).isEmpty();
    }

    @Test
    void whileTheSessionIsAwayNoAttemptCounts() {
        lane.offer(
                new Heard(
                        31,
                        () -> {
                            if (attempts.incrementAndGet() == 1) {
                                lane.shut();
                            } else if (attempts.get() == 30) {
                                lane.open();
                                return Optional.of(gone("31"));
                            }
                            throw new IllegalStateException("JDA knows half of it");
                        }));
        lane.open();
        Town.soon().until(() -> lane.cursor().equals(OptionalLong.of(31)));
        assertThat(events()).containsExactly("31");
        assertThat(letters()).isEmpty();
    }

    private Optional<Event> baffling() {
        attempts.incrementAndGet();
        throw new IllegalStateException("cannot read: a secret of Bob's");
    }

    private Event gone(String message) {
        return Mapping.deleted(
                message,
                NOON,
                Places.dm(Long.toString(channel), Optional.of("7")),
                new Hearing(account, false, Collections.emptySortedSet(), false, false, false));
    }

    private List<String> events() {
        try (var all = new TopicReader(kafka, "left-out").all(Topics.EVENTS)) {
            return all.map(each -> Json.read(Topics.EVENTS, each.value()))
                    .filter(Event.Deleted.class::isInstance)
                    .map(Event.Deleted.class::cast)
                    .filter(it -> it.heardBy().getFirst().account().equals(account))
                    .map(Event.Deleted::target)
                    .map(EventId::message)
                    .toList();
        }
    }

    private List<DeadLetter.Dead> letters() {
        try (var all = new TopicReader(kafka, "left-out").all(Topics.DEAD_LETTERS)) {
            return all.map(each -> Json.read(Topics.DEAD_LETTERS, each.value()))
                    .map(DeadLetter.Dead.class::cast)
                    .filter(it -> account.value().equals(it.headers().get(Headers.ACCOUNT)))
                    .toList();
        }
    }
}
