package dev.carrier.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Address;
import dev.carrier.contracts.Author;
import dev.carrier.contracts.AuthorKind;
import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Hearing;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Line;
import dev.carrier.contracts.Memory;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.contracts.Recollection;
import dev.carrier.contracts.ResponseId;
import dev.carrier.contracts.Topic;
import dev.carrier.contracts.Topics;
import dev.carrier.contracts.Travels;
import dev.carrier.contracts.TurnId;
import dev.carrier.embedded.TestServers;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.Records;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

/** The whole worker on a real Kafka and a real Redis, asked over HTTP. */
class MemoryServiceIT {
    private static final AccountId ADA = new AccountId("ada");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicLong CHANNELS = new AtomicLong(1000);

    private static KafkaClients kafka;
    private static RedisClient redis;
    private static Producer<byte[], byte[]> producer;
    private static MemoryService memory;
    private static HttpClient http;

    private final AtomicLong messages =
            new AtomicLong((Instant.now().toEpochMilli() - 1_420_070_400_000L) << 22);
    private final Place place = channel(Long.toString(CHANNELS.incrementAndGet()));

    @BeforeAll
    static void start() throws Exception {
        var servers = TestServers.shared();
        kafka = new KafkaClients(servers.kafka().bootstrap(), Map.of());
        try (Admin admin = kafka.admin("test")) {
            admin.createTopics(
                            List.of(
                                    new NewTopic(Topics.EVENTS.name(), 2, (short) 1),
                                    new NewTopic(Topics.DELIVERIES.name(), 2, (short) 1),
                                    new NewTopic(Topics.MEMORIES.name(), 2, (short) 1)))
                    .all()
                    .get();
        }
        redis = RedisClient.create(servers.redis().url());
        producer = kafka.producer("test");
        http = HttpClient.newHttpClient();
        memory = service();
    }

    @AfterAll
    static void stop() {
        memory.close();
        producer.close();
        redis.close();
        http.close();
    }

    @Test
    void whatWasSaidToTheCharacterAndByItIsRecalledInOrder() throws Exception {
        EventId first = says("hello Ada", Address.MENTION);
        said("hello Bo", first);
        EventId window = says("and now?", Address.MENTION);

        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    Recollection recalled = recall(Optional.of(window));
                    assertThat(recalled.earlier())
                            .extracting(Line::text)
                            .containsExactly("hello Ada", "hello Bo");
                    assertThat(recalled.note()).isEqualTo("ok");
                });
    }

    @Test
    void whatWasNotSaidToTheCharacterIsNotRemembered() throws Exception {
        says("did you see the match", null);
        EventId window = says("Ada, hello", Address.MENTION);

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(recall(Optional.empty()).highWater()).contains(window));
        assertThat(recall(Optional.empty()).earlier())
                .extracting(Line::text)
                .containsExactly("Ada, hello");
    }

    @Test
    void aMessageThatComesTwiceIsRememberedOnce() throws Exception {
        Event.Said said = message("once", Address.MENTION);
        send(Topics.EVENTS, said);
        send(Topics.EVENTS, said);
        EventId window = says("later", Address.MENTION);

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(recall(Optional.of(window)).note()).isEqualTo("ok"));
        assertThat(recall(Optional.of(window)).earlier())
                .extracting(Line::text)
                .containsExactly("once");
    }

    @Test
    void aDeletionThatOvertakesItsMessageStillForgetsIt() throws Exception {
        Event.Said said = message("a slip", Address.MENTION);
        send(
                Topics.EVENTS,
                new Event.Deleted(
                        EventId.of("discord", said.id().message(), "deleted", "0"),
                        Instant.now(),
                        place,
                        said.id(),
                        List.of(hearing(null))));
        send(Topics.EVENTS, said);
        EventId window = says("later", Address.MENTION);

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(recall(Optional.of(window)).note()).isEqualTo("ok"));
        assertThat(recall(Optional.of(window)).earlier()).isEmpty();
    }

    @Test
    void anEditedMessageIsRecalledAsItIsNow() throws Exception {
        Event.Said said = message("teh cat", Address.MENTION);
        send(Topics.EVENTS, said);
        send(
                Topics.EVENTS,
                new Event.Edited(
                        EventId.of("discord", said.id().message(), "edited", "1"),
                        Instant.now(),
                        place,
                        said.by(),
                        said.id(),
                        "the cat",
                        List.of(hearing(null))));

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(recall(Optional.empty()).earlier())
                                .extracting(Line::text)
                                .containsExactly("the cat"));
    }

    @Test
    void aForgottenPersonIsNotRecalledNorRememberedAgainFromTheTopics() throws Exception {
        Event.Said said = message("my secret", Address.MENTION);
        send(Topics.EVENTS, said);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(recall(Optional.empty()).earlier()).hasSize(1));

        send(
                Topics.MEMORIES,
                new Memory.Forget(
                        "f-1", said.by().person(), "asked", Instant.now().plusSeconds(1)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(recall(Optional.empty()).earlier()).isEmpty());

        send(Topics.EVENTS, said);
        EventId other = saysAs("discord:user:2", "still here", Address.MENTION);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(recall(Optional.empty()).highWater()).contains(other));
        assertThat(recall(Optional.empty()).earlier())
                .extracting(Line::text)
                .containsExactly("still here");
    }

    @Test
    void aFactIsToldOnlyWhereItWasLearnt() throws Exception {
        var person = new PersonId("discord:user:7");
        send(
                Topics.MEMORIES,
                new Memory.Fact(
                        "fact-1",
                        ADA,
                        person,
                        place.conversation(),
                        "keeps bees",
                        List.of(EventId.discordSaid("1")),
                        Instant.now()));

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(ask(place.conversation(), Optional.empty(), person).facts())
                                .containsExactly("keeps bees"));
        assertThat(ask(new ConversationId("discord:channel:1"), Optional.empty(), person).facts())
                .isEmpty();
    }

    @Test
    void aQuestionThatIsNoneIsRefusedWithAClearAnswer() throws Exception {
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                "http://127.0.0.1:"
                                                        + memory.port()
                                                        + "/recall?limit=x"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("account and conversation are needed");
    }

    private static MemoryService service() throws Exception {
        return new MemoryService(
                kafka,
                redis,
                Optional::empty,
                Duration.ofDays(90),
                "127.0.0.1",
                0,
                InstantSource.system());
    }

    private EventId says(String text, Address address) {
        return saysAs("discord:user:1" + place.channel(), text, address);
    }

    private EventId saysAs(String person, String text, Address address) {
        Event.Said said = messageOf(person, text, address);
        send(Topics.EVENTS, said);
        return said.id();
    }

    private Event.Said message(String text, Address address) {
        return messageOf("discord:user:1" + place.channel(), text, address);
    }

    private Event.Said messageOf(String person, String text, Address address) {
        return new Event.Said(
                EventId.discordSaid(Long.toString(messages.addAndGet(50L << 22))),
                Instant.ofEpochMilli((messages.get() >> 22) + 1_420_070_400_000L),
                place,
                new Author(new PersonId(person), "Bo", AuthorKind.PERSON, List.of()),
                text,
                Optional.empty(),
                List.of(),
                List.of(hearing(address)));
    }

    private void said(String text, EventId after) {
        send(
                Topics.DELIVERIES,
                new Delivery.Accepted(
                        new ResponseId("r-" + after.message()),
                        new TurnId("t-1"),
                        place.conversation(),
                        ADA,
                        EventId.discordSaid(Long.toString(messages.addAndGet(50L << 22))),
                        new PersonId("discord:user:99"),
                        "Ada",
                        text,
                        Instant.ofEpochMilli((messages.get() >> 22) + 1_420_070_400_000L),
                        false));
    }

    private <V extends Travels> void send(Topic<V> topic, V value) {
        producer.send(Records.of(topic, place.conversation(), value));
        producer.flush();
    }

    private Recollection recall(Optional<EventId> before) throws Exception {
        return ask(place.conversation(), before, new PersonId("discord:user:1"));
    }

    private static Recollection ask(ConversationId in, Optional<EventId> before, PersonId person)
            throws Exception {
        String query =
                "account=ada&people="
                        + encoded(person.value())
                        + "&conversation="
                        + encoded(in.value())
                        + before.map(id -> "&before=" + encoded(id.value())).orElse("");
        HttpResponse<byte[]> answer =
                http.send(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                "http://127.0.0.1:"
                                                        + memory.port()
                                                        + "/recall?"
                                                        + query))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return Json.plain(Recollection.class, Json.parse(answer.body()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Hearing hearing(Address address) {
        return new Hearing(
                ADA,
                false,
                address == null ? new TreeSet<>() : new TreeSet<>(List.of(address)),
                true,
                false,
                false);
    }

    private static Place channel(String id) {
        return new Place(
                Place.discordConversation(id),
                "discord",
                PlaceKind.CHANNEL,
                id,
                Optional.empty(),
                Optional.empty(),
                Optional.of("1"),
                Optional.of("Café"),
                Optional.of("general"),
                Optional.empty());
    }
}
