package dev.carrier.responder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.Response;
import dev.carrier.sandbox.SeenMessage;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A part appears once, whatever becomes of the request that sends it and of who sends it. */
class SaidOnceIT {
    @AutoClose private static final Stand stand = new Stand();
    @AutoClose private final Scene scene = new Scene(stand);

    @Test
    void anAnswerThatGotLostOnItsWayBackIsFoundAndNotSaidAgain() throws Exception {
        scene.posts().dropAfter();

        Delivery delivery = scene.delivered(scene.say("only once"));

        assertThat(scene.spoken()).hasSize(1);
        assertThat(delivery)
                .isInstanceOfSatisfying(
                        Delivery.Accepted.class, accepted -> assertThat(accepted.found()).isTrue());
    }

    @Test
    void aRequestThatNeverArrivedIsMadeAgain() throws Exception {
        scene.posts().dropBefore();

        assertThat(scene.delivered(scene.say("at last"))).isInstanceOf(Delivery.Accepted.class);
        assertThat(scene.spoken()).hasSize(1);
    }

    @Test
    void aServerErrorIsTriedAgain() throws Exception {
        scene.posts().times(2).status(500);

        assertThat(scene.delivered(scene.say("third time"))).isInstanceOf(Delivery.Accepted.class);
        assertThat(scene.spoken()).hasSize(1);
    }

    @Test
    void aRateLimitIsWaitedFor() throws Exception {
        scene.posts().rateLimited(1);

        assertThat(scene.delivered(scene.say("patience"))).isInstanceOf(Delivery.Accepted.class);
        assertThat(scene.spoken()).hasSize(1);
    }

    @Test
    void aRedeliveredPartIsNotSaidAgain() throws Exception {
        Response.Say say = scene.say("said before the crash");
        assertThat(scene.delivered(say)).isInstanceOf(Delivery.Accepted.class);

        scene.restarts();

        assertThat(scene.delivered(say))
                .isInstanceOfSatisfying(
                        Delivery.Accepted.class, accepted -> assertThat(accepted.found()).isTrue());
        assertThat(scene.spoken()).hasSize(1);
    }

    @Test
    void aLostLedgerAndAForgottenNonceStillDoNotMakeADouble() throws Exception {
        Response.Say say = scene.sayAt("said long ago", Instant.now().minusSeconds(90));
        // Sent by a responder that died: the platform has it, nobody wrote it down, no nonce is
        // known.
        scene.discord()
                .replies(scene.bot(), scene.channel(), scene.trigger().id(), "said long ago");

        assertThat(scene.delivered(say))
                .isInstanceOfSatisfying(
                        Delivery.Accepted.class, accepted -> assertThat(accepted.found()).isTrue());
        assertThat(scene.spoken()).hasSize(1);
    }

    @Test
    void whatAnotherSaidAMomentAgoWhileTheLedgerWasAwayIsFoundWithoutANonce() throws Exception {
        Response.Say say = scene.say("said a moment ago");
        scene.discord()
                .replies(scene.bot(), scene.channel(), scene.trigger().id(), "said a moment ago");

        assertThat(scene.deliveredAfterAnother(say))
                .isInstanceOfSatisfying(
                        Delivery.Accepted.class, accepted -> assertThat(accepted.found()).isTrue());
        assertThat(scene.spoken()).hasSize(1);
    }

    @Test
    void theSameWordsInAnswerToAnotherMessageAreNotTakenForThisPart() throws Exception {
        SeenMessage other = scene.discord().says(scene.bo(), scene.channel(), "another question");
        scene.discord().replies(scene.bot(), scene.channel(), other.id(), "yes");

        assertThat(scene.delivered(scene.sayAt("yes", Instant.now().minusSeconds(90))))
                .isInstanceOfSatisfying(
                        Delivery.Accepted.class,
                        accepted -> assertThat(accepted.found()).isFalse());
        assertThat(scene.spoken()).hasSize(2);
    }
}
