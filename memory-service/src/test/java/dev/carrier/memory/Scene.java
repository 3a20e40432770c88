package dev.carrier.memory;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.contracts.Recollection;
import dev.carrier.contracts.ResponseId;
import dev.carrier.contracts.Topic;
import dev.carrier.contracts.Topics;
import dev.carrier.contracts.Travels;
import dev.carrier.contracts.TurnId;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

/** A channel in which people and Ada talk, and what is recalled of it. For one thread. */
final class Scene {
    static final AccountId ADA = new AccountId("ada");
    static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicLong CHANNELS = new AtomicLong(1000);

    private final Stand stand;
    private final AtomicLong messages =
            new AtomicLong((Instant.now().toEpochMilli() - 1_420_070_400_000L) << 22);
    private final Place place = channel(Long.toString(CHANNELS.incrementAndGet()));

    Scene(Stand stand) {
        this.stand = stand;
    }

    Place place() {
        return place;
    }

    EventId says(String text, Address address) {
        return saysAs("discord:user:1" + place.channel(), text, address);
    }

    EventId saysAs(String person, String text, Address address) {
        Event.Said said = messageOf(person, text, address);
        send(Topics.EVENTS, said);
        return said.id();
    }

    Event.Said message(String text, Address address) {
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

    void said(String text, EventId after) {
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

    <V extends Travels> void send(Topic<V> topic, V value) {
        stand.send(topic, place.conversation(), value);
    }

    Recollection recall(Optional<EventId> before) throws Exception {
        return ask(place.conversation(), before, new PersonId("discord:user:1"));
    }

    Recollection ask(ConversationId in, Optional<EventId> before, PersonId person)
            throws Exception {
        String query =
                "account=ada&people="
                        + encoded(person.value())
                        + "&conversation="
                        + encoded(in.value())
                        + before.map(id -> "&before=" + encoded(id.value())).orElse("");
        HttpResponse<String> answer = stand.get("/recall?" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Json.plain(
                Recollection.class, Json.parse(answer.body().getBytes(StandardCharsets.UTF_8)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    Hearing hearing(Address address) {
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
