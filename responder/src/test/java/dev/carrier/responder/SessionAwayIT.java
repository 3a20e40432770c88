package dev.carrier.responder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.Response;
import dev.carrier.sandbox.OrdersClient;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** While the session is away it knows no channel; those are not taken for gone. */
class SessionAwayIT {
    @AutoClose private static final Stand stand = new Stand();
    @AutoClose private final Scene scene = new Scene(stand);

    @Test
    void whatWasDecidedLongBeforeIsSaidWhenTheSessionIsBack() throws Exception {
        OrdersClient.Given held = sessionGoesAway();
        Response.Say say = scene.sayAt("here I am", Instant.now().minusSeconds(60));
        CompletableFuture<Delivery> delivery =
                CompletableFuture.supplyAsync(() -> scene.quietly(say));
        await().during(Duration.ofSeconds(1)).until(() -> !delivery.isDone());

        held.release();

        assertThat(delivery.get()).isInstanceOf(Delivery.Accepted.class);
        assertThat(scene.spoken()).hasSize(1);
    }

    @Test
    void whatMayStandThereAlreadyIsLookedForWhenTheSessionIsBack() throws Exception {
        Response.Say say = scene.sayAt("only once", Instant.now().minusSeconds(60));
        assertThat(scene.delivered(say)).isInstanceOf(Delivery.Accepted.class);
        stand.forgetsWhatWasSent(say.id());
        scene.discord().forgetsNonces();
        scene.restarts();
        OrdersClient.Given held = sessionGoesAway();
        CompletableFuture<Delivery> delivery =
                CompletableFuture.supplyAsync(() -> scene.quietly(say));
        await().during(Duration.ofSeconds(1)).until(() -> !delivery.isDone());

        held.release();

        assertThat(delivery.get()).isInstanceOf(Delivery.Accepted.class);
        assertThat(scene.spoken()).hasSize(1);
    }

    @Test
    void whatCannotBeSaidForAsLongAsItsRecordIsHeldIsToBeAskedForAgain() throws Exception {
        OrdersClient.Given held = sessionGoesAway();
        Response.Say say = scene.say("in a while");

        Delivery delivery = scene.deliveredWithin(Duration.ofSeconds(1), say);

        held.release();
        assertThat(delivery)
                .isInstanceOfSatisfying(
                        Delivery.Refused.class,
                        refused -> assertThat(refused.retryAt()).isPresent());
        assertThat(scene.spoken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 90})
    void whatMayStandThereAndCannotBeLookedForIsTriedAgainAsItIs(int secondsAgo) throws Exception {
        OrdersClient.Given held = sessionGoesAway();
        Response.Say say = scene.sayAt("perhaps", Instant.now().minusSeconds(secondsAgo));

        Response again = scene.putBackWithin(Duration.ofSeconds(1), say);

        held.release();
        assertThat(again).isEqualTo(say);
        assertThat(scene.delivered(say)).isInstanceOf(Delivery.Accepted.class);
        assertThat(scene.spoken()).hasSize(1);
    }

    private OrdersClient.Given sessionGoesAway() {
        var held = scene.orders().at("discord.gateway").method("IDENTIFY").hold("received");
        scene.orders().at("discord.gateway").invalidSession(false);
        await().atMost(Duration.ofSeconds(60)).until(() -> !stand.knows(scene.channel()));
        return held;
    }
}
