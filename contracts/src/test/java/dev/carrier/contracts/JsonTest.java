package dev.carrier.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class JsonTest {
    static final Place CAFE =
            new Place(
                    Place.discordConversation("7"),
                    "discord",
                    PlaceKind.CHANNEL,
                    "7",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("1"),
                    Optional.of("Café"),
                    Optional.of("general"),
                    Optional.empty());

    static final Event.Said HELLO =
            new Event.Said(
                    EventId.discordSaid("42"),
                    Instant.parse("2026-11-22T10:00:00.120Z"),
                    CAFE,
                    new Author(new PersonId("discord:user:9"), "Bo", AuthorKind.PERSON, List.of()),
                    "hello @Ada",
                    Optional.empty(),
                    List.of(),
                    List.of(
                            new Hearing(
                                    new AccountId("ada"),
                                    false,
                                    new TreeSet<>(List.of(Address.ROLE, Address.MENTION)),
                                    true,
                                    false,
                                    false)));

    @Test
    void aMessageIsReadBackAsItWasWritten() {
        byte[] bytes = Json.write(HELLO);

        assertThat(Json.read(Topics.EVENTS, bytes)).isEqualTo(HELLO);
        assertThat(Json.write(Json.read(Topics.EVENTS, bytes))).isEqualTo(bytes);
    }

    @Test
    void keysAreSortedAndTheTypeIsNamed() {
        assertThat(new String(Json.write(HELLO), StandardCharsets.UTF_8))
                .startsWith("{\"at\":\"2026-11-22T10:00:00.120Z\",\"attachments\":[],\"by\":{")
                .contains("\"type\":\"said.v1\"")
                .contains("\"address\":[\"MENTION\",\"ROLE\"]");
    }

    @Test
    void anUnknownKindIsKeptWhole() {
        byte[] newer =
                "{\"a\":[1,{\"c\":2}],\"type\":\"whispered.v9\"}".getBytes(StandardCharsets.UTF_8);

        Event event = Json.read(Topics.EVENTS, newer);

        assertThat(event).isInstanceOf(Event.Unknown.class);
        assertThat(Json.write(event)).isEqualTo(newer);
    }

    @Test
    void whatIsNoValueSaysWhyWithoutQuotingIt() {
        assertThatThrownBy(() ->
                        Json.read(
                                Topics.EVENTS,
                                "{\"type\":\"said.v1\",\"at\":\"secret\"}"
                                        .getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Unreadable.class)
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() ->
                        Json.read(
                                Topics.EVENTS,
                                "{\"type\":\"said.v1\"}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("said.v1");
        assertThatThrownBy(() -> Json.read(Topics.EVENTS, "oops".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void aPolicyHasTheSameHashHoweverItWasBuilt() {
        Policy one = policy();
        Policy two = Json.plain(Policy.class, Json.parse(Json.canonical(one)));

        assertThat(two).isEqualTo(one);
        assertThat(two.hash()).isEqualTo(one.hash());
    }

    static Policy policy() {
        var gather = new Policy.Gather(Duration.ofMillis(1500), Duration.ofSeconds(6), true);
        var ways =
                new Policy.Ways(
                        List.of("owned"),
                        Policy.Dms.MEMBERS,
                        Policy.Answer.MENTIONS,
                        Policy.Names.EDGES,
                        "never",
                        gather,
                        Policy.Remember.ADDRESSED,
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(10),
                        Optional.of("⚠️"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        var cast = new TreeMap<AccountId, Policy.Cast>();
        cast.put(
                new AccountId("ada"),
                new Policy.Cast("discord", "Ada", new CharacterHash("abc"), "main"));
        return new Policy(
                ways,
                List.of(),
                cast,
                new TreeSet<>(List.of(new AccountId("b"), new AccountId("a"))),
                new Policy.Window(30, 12288),
                Policy.AtTheCap.REACT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
