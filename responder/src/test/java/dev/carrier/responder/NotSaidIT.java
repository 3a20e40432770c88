package dev.carrier.responder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.ResponseId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What must not be sent any more: it was withdrawn, refused in part, or came too late. */
class NotSaidIT {
    @AutoClose private static final Stand stand = new Stand();
    @AutoClose private final Scene scene = new Scene(stand);

    @Test
    void whatIsWithdrawnBeforeItIsSentIsNotSent() throws Exception {
        Response.Say say = scene.say("never mind");
        scene.receive(
                new Response.Withdraw(
                        new ResponseId("w-1"),
                        scene.turn(),
                        scene.place(),
                        Stand.ADA,
                        List.of(say.id()),
                        "deleted",
                        Instant.now()));

        assertThat(scene.delivered(say))
                .isInstanceOfSatisfying(
                        Delivery.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("withdrawn: deleted"));
        assertThat(scene.spoken()).isEmpty();
    }

    @Test
    void whatIsWithdrawnWhileDiscordFailsIsNotSentAfterwards() throws Exception {
        scene.posts().times(-1).status(500);
        Response.Say say = scene.say("never mind");
        CompletableFuture<Delivery> delivery =
                CompletableFuture.supplyAsync(() -> scene.quietly(say));
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        scene.discord().counted("messages", scene.bot()) >= 0
                                && scene.failedPosts() >= 1);

        scene.receive(
                new Response.Withdraw(
                        new ResponseId("w-2"),
                        scene.turn(),
                        scene.place(),
                        Stand.ADA,
                        List.of(say.id()),
                        "deleted",
                        Instant.now()));
        scene.orders().endAll();

        assertThat(delivery.get()).isInstanceOf(Delivery.Refused.class);
        assertThat(scene.spoken()).isEmpty();
    }

    @Test
    void whatIsThoughtAgainAfterAWithdrawalIsSaid() throws Exception {
        Response.Say first = scene.part(1, 2, "a long");
        Response.Say second = scene.part(2, 2, "answer");
        scene.receive(
                new Response.Withdraw(
                        new ResponseId("w-3"),
                        scene.turn(),
                        scene.place(),
                        Stand.ADA,
                        List.of(first.id(), second.id()),
                        "edited",
                        Instant.now()));
        for (Response.Say part : List.of(first, second)) {
            assertThat(scene.delivered(part))
                    .isInstanceOfSatisfying(
                            Delivery.Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo("withdrawn: edited"));
        }

        assertThat(scene.delivered(scene.say("a better one")))
                .isInstanceOf(Delivery.Accepted.class);
        assertThat(scene.spoken()).hasSize(1);
    }

    @Test
    void aRefusedPartRefusesTheRestAlsoAfterARestart() throws Exception {
        scene.discord().permissions(scene.channel(), scene.guild(), 0, 1L << 11);
        assertThat(scene.delivered(scene.part(1, 2, "first half")))
                .isInstanceOfSatisfying(
                        Delivery.Refused.class,
                        refused -> assertThat(refused.reason()).contains("50013"));
        scene.discord().permissions(scene.channel(), scene.guild(), 1L << 11, 0);

        scene.restarts();

        assertThat(scene.delivered(scene.part(2, 2, "second half")))
                .isInstanceOfSatisfying(
                        Delivery.Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .startsWith("an earlier part was refused"));
        assertThat(scene.spoken()).isEmpty();
    }

    @Test
    void whatIsTooOldIsNotSent() throws Exception {
        Response.Say late =
                new Response.Say(
                        scene.id("late"),
                        scene.turn(),
                        scene.place(),
                        Stand.ADA,
                        1,
                        1,
                        "good morning",
                        Optional.empty(),
                        EventId.discordSaid(scene.trigger().id()),
                        Instant.now().minusSeconds(300),
                        Instant.now().minusSeconds(180));

        assertThat(scene.delivered(late))
                .isInstanceOfSatisfying(
                        Delivery.Refused.class,
                        refused -> assertThat(refused.reason()).startsWith("too late"));
        assertThat(scene.spoken()).isEmpty();
    }
}
