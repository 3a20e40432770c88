package dev.carrier.responder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.Topics;
import dev.carrier.sandbox.SeenMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * One part after another, as they are sent when nothing goes wrong: real JDA on the sandbox, a real
 * Redis.
 */
class ResponderStageIT {
    @AutoClose private static final Stand stand = new Stand();
    @AutoClose private final Scene scene = new Scene(stand);

    @Test
    void aPartIsOneMessageThatAnswersItsTriggerWithItsIdAsNonce() throws Exception {
        Response.Say say = scene.say("hello Bo");

        Delivery delivery = scene.delivered(say);

        assertThat(scene.spoken())
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.content()).isEqualTo("hello Bo");
                    assertThat(message.nonce()).contains(say.id().value());
                });
        assertThat(delivery)
                .isInstanceOfSatisfying(
                        Delivery.Accepted.class,
                        accepted -> {
                            assertThat(accepted.found()).isFalse();
                            assertThat(accepted.text()).isEqualTo("hello Bo");
                            assertThat(accepted.event().message())
                                    .isEqualTo(scene.spoken().getFirst().id());
                        });
    }

    @Test
    void nobodyCanMakeTheCharacterCallEveryone() throws Exception {
        scene.delivered(scene.say("@everyone come here"));

        assertThat(scene.discord().messages(scene.channel()).getLast().content())
                .isEqualTo("@everyone come here");
        assertThat(scene.discord().messages(scene.channel()).getLast().mentionsEveryone())
                .isFalse();
    }

    @Test
    void aDirectMessageFindsItsPerson() throws Exception {
        String dm = scene.discord().dm(scene.bo(), scene.bot());
        SeenMessage question = scene.discord().says(scene.bo(), dm, "psst");
        var in =
                new Place(
                        Place.discordConversation(dm),
                        "discord",
                        PlaceKind.DM,
                        dm,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new PersonId("discord:user:" + scene.bo())));

        Delivery delivery =
                scene.delivered(
                        new Response.Say(
                                scene.id("dm"),
                                scene.turn(),
                                in,
                                Stand.ADA,
                                1,
                                1,
                                "yes?",
                                Optional.of(EventId.discordSaid(question.id())),
                                EventId.discordSaid(question.id()),
                                Instant.now(),
                                Instant.now().plusSeconds(60)));

        assertThat(delivery).isInstanceOf(Delivery.Accepted.class);
        assertThat(scene.discord().messages(dm))
                .extracting(SeenMessage::content)
                .containsExactly("psst", "yes?");
    }

    @Test
    void aReactionIsSetOnItsMessage() throws Exception {
        Delivery delivery =
                scene.deliveredOf(
                        new Response.React(
                                scene.id("react"),
                                scene.turn(),
                                scene.place(),
                                Stand.ADA,
                                EventId.discordSaid(scene.trigger().id()),
                                "⚠️",
                                Instant.now(),
                                Instant.now().plusSeconds(60)));

        assertThat(delivery).isInstanceOf(Delivery.Accepted.class);
        assertThat(scene.discord().messages(scene.channel()).getFirst().reactions()).isNotEmpty();
    }

    @Test
    void aRecordThatCannotBeReadIsAnsweredFromItsHeadersAndPutAside() {
        ProducerRecord<byte[], byte[]> broken = scene.record(scene.say("x"));
        var record =
                new ConsumerRecord<>(
                        Topics.RESPONSES_DISCORD.name(),
                        0,
                        5,
                        broken.key(),
                        "oops".getBytes(StandardCharsets.UTF_8));
        broken.headers().forEach(record.headers()::add);

        List<ProducerRecord<byte[], byte[]>> answers =
                scene.stage().failed(record, new IllegalStateException("x"));

        assertThat(answers)
                .extracting(ProducerRecord::topic)
                .containsExactly(Topics.DELIVERIES.name(), Topics.DEAD_LETTERS.name());
        assertThat(Json.read(Topics.DELIVERIES, answers.getFirst().value()))
                .isInstanceOf(Delivery.Refused.class);
    }
}
