package dev.carrier.responder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Interaction;
import dev.carrier.contracts.Response;
import dev.carrier.runtime.Seal;
import dev.carrier.sandbox.SeenCommand;
import dev.carrier.sandbox.SeenMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers to commands stand once where they are awaited, whatever becomes of the request. */
class CommandAnswersIT {
    @AutoClose private static final Stand stand = new Stand();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @AutoClose private final Scene scene = new Scene(stand);
    private SeenCommand used;

    @BeforeAll
    static void aCommandIsRegistered() throws Exception {
        HttpRequest register =
                HttpRequest.newBuilder(
                                stand.api()
                                        .resolve("applications/" + stand.bot().id() + "/commands"))
                        .header("Authorization", "Bot " + stand.bot().token())
                        .PUT(
                                BodyPublishers.ofString(
                                        "[{\"name\":\"ask\",\"description\":\"Asks\"}]"))
                        .build();
        HTTP.send(register, BodyHandlers.discarding());
    }

    @BeforeEach
    void somebodyAsked() {
        used =
                scene.discord()
                        .uses(scene.bo(), scene.channel(), scene.bot(), "ask", Map.of("text", "?"));
    }

    private void announced(boolean ephemeral) throws Exception {
        URI callback =
                stand.api().resolve("interactions/" + used.id() + "/" + used.token() + "/callback");
        String body = "{\"type\":5,\"data\":{\"flags\":" + (ephemeral ? 64 : 0) + "}}";
        HTTP.send(
                HttpRequest.newBuilder(callback).POST(BodyPublishers.ofString(body)).build(),
                BodyHandlers.discarding());
    }

    private Interaction address() {
        return new Interaction(
                scene.bot(),
                new Seal(stand.bot().token()).close(used.token()),
                Instant.now().plus(Duration.ofMinutes(15)));
    }

    private Response.Say say(String text) {
        return new Response.Say(
                scene.id(text),
                scene.turn(),
                scene.place(),
                Stand.ADA,
                1,
                1,
                text,
                Optional.empty(),
                EventId.discordCommanded(used.id()),
                Instant.now(),
                Instant.now().plusSeconds(60),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(address()));
    }

    private Response.Notice notice(String text) {
        return new Response.Notice(
                scene.id(text),
                scene.turn(),
                scene.place(),
                Stand.ADA,
                text,
                address(),
                Instant.now(),
                Instant.now().plusSeconds(60));
    }

    private List<String> said() {
        return scene.spoken().stream().map(SeenMessage::content).toList();
    }

    @Test
    void anAnswerTakesThePlaceOfTheWaiting() throws Exception {
        announced(false);

        assertThat(scene.delivered(say("Beans.")))
                .isInstanceOfSatisfying(
                        Delivery.Accepted.class,
                        accepted -> {
                            assertThat(accepted.text()).isEqualTo("Beans.");
                            assertThat(accepted.event().message())
                                    .isEqualTo(scene.spoken().getLast().id());
                            assertThat(accepted.by().value()).endsWith(scene.bot());
                        });
        assertThat(said()).containsExactly("Beans.");
        assertThat(scene.discord().command(used.id()).text()).isEqualTo("Beans.");
    }

    @Test
    void killedBetweenTheAnswerAndItsRecordTheNextOneDoesNotAnswerTwice() throws Exception {
        announced(false);
        Response.Say say = say("once");
        // Discord has it, and nobody wrote that down.
        scene.orders().at("discord.rest").method("PATCH").path("/webhooks/").dropAfter();
        assertThat(scene.delivered(say)).isInstanceOf(Delivery.Accepted.class);

        scene.restarts();
        assertThat(scene.delivered(say)).isInstanceOf(Delivery.Accepted.class);

        assertThat(said()).containsExactly("once");
    }

    @Test
    void anAnswerThatIsQuickerThanItsAnnouncementWaitsForIt() throws Exception {
        CompletableFuture<Delivery> answer =
                CompletableFuture.supplyAsync(() -> scene.quietly(say("quick")));
        announced(false);

        assertThat(answer.get()).isInstanceOf(Delivery.Accepted.class);
        assertThat(said()).containsExactly("quick");
    }

    @Test
    void afterFifteenMinutesTheAnswerIsAnOrdinaryMessage() throws Exception {
        announced(false);
        scene.discord().expires(used);

        assertThat(scene.delivered(say("late but here"))).isInstanceOf(Delivery.Accepted.class);
        assertThat(said()).contains("late but here");
    }

    @Test
    void whatStandsThereAlreadyIsNotSaidAgainInTheChannelOnceTheAddressExpired() throws Exception {
        announced(false);
        Response.Say say = say("said in time");
        scene.delivered(say);
        scene.discord().expires(used);
        stand.forgetsWhatWasSent(say.id());
        scene.restarts();

        assertThat(scene.delivered(say))
                .isInstanceOfSatisfying(
                        Delivery.Accepted.class, accepted -> assertThat(accepted.found()).isTrue());
        assertThat(said()).containsExactly("said in time");
    }

    @Test
    void aNoticeIsSeenByOnePersonAndHasNoTextInItsDelivery() throws Exception {
        announced(true);

        assertThat(scene.deliveredOf(notice("Ada is paused.")))
                .isInstanceOfSatisfying(
                        Delivery.Accepted.class, accepted -> assertThat(accepted.text()).isEmpty());
        assertThat(said()).isEmpty();
        assertThat(scene.discord().command(used.id()).text()).isEqualTo("Ada is paused.");
    }

    @Test
    void aNoticeThatComesTooLateIsRefusedAndNeverShownToOthers() throws Exception {
        announced(true);
        scene.discord().expires(used);

        assertThat(scene.deliveredOf(notice("too late")))
                .isInstanceOfSatisfying(
                        Delivery.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("interaction expired"));
        assertThat(said()).isEmpty();
    }

    @Test
    void aServerErrorIsTriedAgain() throws Exception {
        announced(false);
        scene.orders().at("discord.rest").method("PATCH").path("/webhooks/").times(2).status(500);

        assertThat(scene.delivered(say("third time"))).isInstanceOf(Delivery.Accepted.class);
        assertThat(said()).containsExactly("third time");
    }
}
