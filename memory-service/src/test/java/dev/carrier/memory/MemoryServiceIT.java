package dev.carrier.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.contracts.Address;
import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Line;
import dev.carrier.contracts.Memory;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Recollection;
import dev.carrier.contracts.Topics;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole worker on a real Kafka and a real Redis, asked over HTTP: what it remembers. */
class MemoryServiceIT {
    private static Stand stand;
    private final Scene scene = new Scene(stand);

    @BeforeAll
    static void start() throws Exception {
        stand = new Stand();
    }

    @AfterAll
    static void stop() {
        stand.close();
    }

    @Test
    void whatWasSaidToTheCharacterAndByItIsRecalledInOrder() throws Exception {
        EventId first = scene.says("hello Ada", Address.MENTION);
        scene.said("hello Bo", first);
        EventId window = scene.says("and now?", Address.MENTION);

        await().atMost(Scene.PATIENCE)
                .untilAsserted(() -> {
                    Recollection recalled = scene.recall(Optional.of(window));
                    assertThat(recalled.earlier())
                            .extracting(Line::text)
                            .containsExactly("hello Ada", "hello Bo");
                    assertThat(recalled.note()).isEqualTo("ok");
                });
    }

    @Test
    void whatWasNotSaidToTheCharacterIsNotRemembered() throws Exception {
        scene.says("did you see the match", null);
        EventId window = scene.says("Ada, hello", Address.MENTION);

        await().atMost(Scene.PATIENCE)
                .untilAsserted(() ->
                        assertThat(scene.recall(Optional.empty()).highWater()).contains(window));
        assertThat(scene.recall(Optional.empty()).earlier())
                .extracting(Line::text)
                .containsExactly("Ada, hello");
    }

    @Test
    void aMessageThatComesTwiceIsRememberedOnce() throws Exception {
        Event.Said said = scene.message("once", Address.MENTION);
        scene.send(Topics.EVENTS, said);
        scene.send(Topics.EVENTS, said);
        EventId window = scene.says("later", Address.MENTION);

        await().atMost(Scene.PATIENCE)
                .untilAsserted(
                        () -> assertThat(scene.recall(Optional.of(window)).note()).isEqualTo("ok"));
        assertThat(scene.recall(Optional.of(window)).earlier())
                .extracting(Line::text)
                .containsExactly("once");
    }

    @Test
    void aFactIsToldOnlyWhereItWasLearnt() throws Exception {
        var person = new PersonId("discord:user:7");
        scene.send(
                Topics.MEMORIES,
                new Memory.Fact(
                        "fact-1",
                        Scene.ADA,
                        person,
                        scene.place().conversation(),
                        "keeps bees",
                        List.of(EventId.discordSaid("1")),
                        Instant.now()));

        await().atMost(Scene.PATIENCE)
                .untilAsserted(() ->
                        assertThat(
                                        scene.ask(
                                                        scene.place().conversation(),
                                                        Optional.empty(),
                                                        person)
                                                .facts())
                                .containsExactly("keeps bees"));
        assertThat(
                        scene.ask(new ConversationId("discord:channel:1"), Optional.empty(), person)
                                .facts())
                .isEmpty();
    }

    @Test
    void aQuestionThatIsNoneIsRefusedWithAClearAnswer() throws Exception {
        HttpResponse<String> answer = stand.get("/recall?limit=x");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("account and conversation are needed");
    }
}
