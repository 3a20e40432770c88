package dev.carrier.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.contracts.Address;
import dev.carrier.contracts.Attachment;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Line;
import dev.carrier.contracts.Memory;
import dev.carrier.contracts.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was taken back: deleted, said otherwise, or a person who asked to be forgotten. */
class ForgettingIT {
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
    void aDeletionThatOvertakesItsMessageStillForgetsIt() throws Exception {
        Event.Said said = scene.message("a slip", Address.MENTION);
        scene.send(
                Topics.EVENTS,
                new Event.Deleted(
                        EventId.of("discord", said.id().message(), "deleted", "0"),
                        Instant.now(),
                        scene.place(),
                        said.id(),
                        List.of(scene.hearing(null))));
        scene.send(Topics.EVENTS, said);
        EventId window = scene.says("later", Address.MENTION);

        await().atMost(Scene.PATIENCE)
                .untilAsserted(
                        () -> assertThat(scene.recall(Optional.of(window)).note()).isEqualTo("ok"));
        assertThat(scene.recall(Optional.of(window)).earlier()).isEmpty();
    }

    @Test
    void whatIsDeletedIsForgotten() throws Exception {
        Event.Said said = scene.message("a slip", Address.MENTION);
        scene.send(Topics.EVENTS, said);
        await().atMost(Scene.PATIENCE)
                .untilAsserted(
                        () -> assertThat(scene.recall(Optional.empty()).earlier()).hasSize(1));

        scene.send(
                Topics.EVENTS,
                new Event.Deleted(
                        EventId.of("discord", said.id().message(), "deleted", "0"),
                        Instant.now(),
                        scene.place(),
                        said.id(),
                        List.of(scene.hearing(null))));
        await().atMost(Scene.PATIENCE)
                .untilAsserted(
                        () -> assertThat(scene.recall(Optional.empty()).earlier()).isEmpty());
    }

    @Test
    void aFileIsRecalledByItsNameAndStaysWithAnEditedMessage() throws Exception {
        List<Attachment> files =
                List.of(
                        new Attachment(
                                "1",
                                "cat.png",
                                Optional.of("image/png"),
                                12,
                                "https://cdn/cat.png",
                                Optional.of("a cat")));
        Event.Said plain = scene.message("lok", Address.MENTION);
        Event.Said said =
                new Event.Said(
                        plain.id(),
                        plain.at(),
                        plain.in(),
                        plain.by(),
                        plain.text(),
                        plain.replyTo(),
                        files,
                        plain.heardBy());
        scene.send(Topics.EVENTS, said);
        recalled("lok\n[attached: cat.png, image/png, showing: a cat]");

        scene.send(
                Topics.EVENTS,
                new Event.Edited(
                        EventId.of("discord", said.id().message(), "edited", "1"),
                        Instant.now(),
                        scene.place(),
                        said.by(),
                        said.id(),
                        "look",
                        List.of(scene.hearing(null)),
                        Optional.of(files)));
        recalled("look\n[attached: cat.png, image/png, showing: a cat]");
    }

    private void recalled(String text) {
        await().atMost(Scene.PATIENCE)
                .untilAsserted(() ->
                        assertThat(scene.recall(Optional.empty()).earlier())
                                .extracting(Line::text)
                                .containsExactly(text));
    }

    @Test
    void anEditedMessageIsRecalledAsItIsNow() throws Exception {
        Event.Said said = scene.message("teh cat", Address.MENTION);
        scene.send(Topics.EVENTS, said);
        scene.send(
                Topics.EVENTS,
                new Event.Edited(
                        EventId.of("discord", said.id().message(), "edited", "1"),
                        Instant.now(),
                        scene.place(),
                        said.by(),
                        said.id(),
                        "the cat",
                        List.of(scene.hearing(null)),
                        Optional.empty()));

        await().atMost(Scene.PATIENCE)
                .untilAsserted(() ->
                        assertThat(scene.recall(Optional.empty()).earlier())
                                .extracting(Line::text)
                                .containsExactly("the cat"));
    }

    @Test
    void aForgottenPersonIsNotRecalledNorRememberedAgainFromTheTopics() throws Exception {
        Event.Said said = scene.message("my secret", Address.MENTION);
        scene.send(Topics.EVENTS, said);
        await().atMost(Scene.PATIENCE)
                .untilAsserted(
                        () -> assertThat(scene.recall(Optional.empty()).earlier()).hasSize(1));

        scene.send(
                Topics.MEMORIES,
                new Memory.Forget(
                        "f-1", said.by().person(), "asked", Instant.now().plusSeconds(1)));
        await().atMost(Scene.PATIENCE)
                .untilAsserted(
                        () -> assertThat(scene.recall(Optional.empty()).earlier()).isEmpty());

        scene.send(Topics.EVENTS, said);
        EventId other = scene.saysAs("discord:user:2", "still here", Address.MENTION);
        await().atMost(Scene.PATIENCE)
                .untilAsserted(() ->
                        assertThat(scene.recall(Optional.empty()).highWater()).contains(other));
        assertThat(scene.recall(Optional.empty()).earlier())
                .extracting(Line::text)
                .containsExactly("still here");
    }
}
