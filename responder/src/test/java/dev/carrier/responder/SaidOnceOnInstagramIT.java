package dev.carrier.responder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.Response;
import dev.carrier.sandbox.OrdersClient;
import dev.carrier.sandbox.SeenDm;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A part appears once, although Instagram recognises no second attempt. */
class SaidOnceOnInstagramIT {
    private static final String REPLIES = "/replies$";
    private static final String MESSAGES = "/messages$";

    @AutoClose private final OnInstagram ada = new OnInstagram();
    private final String root = ada.instagram.comment(ada.bo, ada.post, "lovely!");
    private final String message = ada.instagram.dm(ada.bo, ada.account.id(), "hi Ada");
    private final Place below = ada.comments(root);
    private final Place dm = ada.dm(ada.bo);

    @Test
    void aCommentIsAnswered() throws Exception {
        Delivery delivery = ada.delivered(ada.turn(below, root).say("thank you"));

        String comment = ada.commented().getFirst().id();
        assertThat(ada.commented().getFirst().parent()).contains(root);
        assertThat(delivery)
                .isInstanceOfSatisfying(
                        Delivery.Accepted.class,
                        accepted -> {
                            assertThat(accepted.event())
                                    .isEqualTo(EventId.said("instagram", comment));
                            assertThat(accepted.by().value())
                                    .isEqualTo("instagram:user:" + ada.account.id());
                            assertThat(accepted.name()).isEqualTo(ada.account.username());
                            assertThat(accepted.found()).isFalse();
                        });
        // What is alone with a part needs no look.
        assertThat(ada.calls("GET", "/replies")).isZero();
    }

    @Test
    void anAnswerBelowACommentThatGotLostOnItsWayBackIsFound() throws Exception {
        ada.writes(REPLIES).dropAfter();

        Response.Say say = ada.turn(below, root).say("only once");
        Delivery delivery = ada.delivered(say);

        isFound(delivery);
        isNotEarlier(delivery, say);
        assertThat(ada.commented()).hasSize(1);
    }

    @Test
    void aDirectMessageThatGotLostOnItsWayBackIsFound() throws Exception {
        ada.writes(MESSAGES).dropAfter();

        Response.Say say = ada.turn(dm, message).say("only once");
        Delivery delivery = ada.delivered(say);

        isFound(delivery);
        isNotEarlier(delivery, say);
        assertThat(ada.written()).hasSize(1);
        assertThat(((Delivery.Accepted) delivery).event())
                .isEqualTo(EventId.said("instagram", ada.written().getFirst().mid()));
    }

    @Test
    void aPrivateReplyThatGotLostOnItsWayBackIsFound() throws Exception {
        ada.writes(MESSAGES).dropAfter();

        isFound(ada.delivered(ada.turn(below, root).privately("between us")));
        assertThat(ada.written())
                .singleElement()
                .satisfies(it -> assertThat(it.comment()).contains(root));
    }

    @Test
    void anErrorOfInstagramThatDidItAllTheSameIsNotBelieved() throws Exception {
        ada.writes(MESSAGES).graphErrorAfter(1, 1_357_046);

        isFound(ada.delivered(ada.turn(dm, message).say("only once")));
        assertThat(ada.written()).hasSize(1);
    }

    @Test
    void whatNeverArrivedIsSaidAgain() throws Exception {
        ada.writes(MESSAGES).dropBefore();

        assertThat(ada.delivered(ada.turn(dm, message).say("at last")))
                .isInstanceOfSatisfying(
                        Delivery.Accepted.class,
                        accepted -> assertThat(accepted.found()).isFalse());
        assertThat(ada.written()).hasSize(1);
    }

    @Test
    void aServerThatFailsIsAskedAgain() throws Exception {
        ada.writes(REPLIES).times(2).status(500);

        assertThat(ada.delivered(ada.turn(below, root).say("third time")))
                .isInstanceOf(Delivery.Accepted.class);
        assertThat(ada.commented()).hasSize(1);
    }

    @Test
    void whatMayStandThereAndCannotBeLookedForInTimeIsTriedAgainAsTheSameResponse()
            throws Exception {
        ada.writes(MESSAGES).dropAfter();
        OrdersClient.Given blind = ada.reads("/conversations$").times(-1).status(503);
        Response.Say say = ada.turn(dm, message).say("only once");

        assertThat(ada.putBack(say)).isEqualTo(say);
        assertThat(ada.putBack(say)).isEqualTo(say);
        blind.release();

        isFound(ada.delivered(say));
        assertThat(ada.written()).hasSize(1);
    }

    @Test
    void theRestOfAnAnswerDoesNotOvertakeThePartThatIsTriedAgain() throws Exception {
        ada.writes(MESSAGES).dropBefore();
        OrdersClient.Given blind = ada.reads("/conversations$").times(-1).status(503);
        OnInstagram.Turn turn = ada.turn(dm, message);
        Response.Say first = turn.part(1, 2, "first");
        Response.Say second = turn.part(2, 2, "second");

        assertThat(ada.putBack(first)).isEqualTo(first);
        ada.restarts();
        assertThat(ada.putBack(second)).isEqualTo(second);
        blind.release();

        assertThat(ada.delivered(first)).isInstanceOf(Delivery.Accepted.class);
        assertThat(ada.delivered(second)).isInstanceOf(Delivery.Accepted.class);
        assertThat(ada.written()).extracting(SeenDm::text).containsExactly("first", "second");
    }

    @Test
    void aRedeliveredPartIsNotSaidAgain() throws Exception {
        Response.Say say = ada.turn(dm, message).say("said before the crash");
        ada.delivered(say);

        ada.restarts();

        isFound(ada.delivered(say));
        assertThat(ada.written()).hasSize(1);
    }

    @Test
    void whoDiedBeforeItWasWrittenDownIsFoundOut() throws Exception {
        Response.Say say = ada.turn(dm, message).say("said in its last moment");
        ada.ledger().begin(say.id());
        ada.graph().messages().text(ada.bo, say.text());

        ada.restarts();

        isFound(ada.delivered(say));
        assertThat(ada.written()).hasSize(1);
    }

    @Test
    void whatInstagramShowsNoMoreIsKnownFromItsWebhooks() throws Exception {
        Response.Say say = ada.turn(dm, message).say("said in its last moment");
        ada.ledger().begin(say.id());
        String said = ada.graph().messages().text(ada.bo, say.text()).message();
        ada.toldOf(message, Optional.empty());
        ada.toldOf(said, Optional.of(say.text()));
        for (int more = 0; more < 25; more++) {
            ada.instagram.dm(ada.bo, ada.account.id(), "are you there? " + more);
        }

        ada.restarts();

        Delivery delivery = ada.delivered(say);
        isFound(delivery);
        assertThat(((Delivery.Accepted) delivery).event())
                .isEqualTo(EventId.said("instagram", said));
        assertThat(ada.written()).hasSize(1);
        // Conversations may be read twice a second only.
        assertThat(ada.calls("GET", "/conversations")).isZero();
    }

    @Test
    void whatAWebhookTellsWhileInstagramIsAskedCounts() throws Exception {
        Response.Say say = ada.turn(dm, message).say("said in its last moment");
        ada.ledger().begin(say.id());
        String said = ada.graph().messages().text(ada.bo, say.text()).message();
        for (int more = 0; more < 25; more++) {
            ada.instagram.dm(ada.bo, ada.account.id(), "are you there? " + more);
        }
        OrdersClient.Given slow = ada.reads("/conversations$").hold("received");
        ada.restarts();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Delivery> delivery = threads.submit(() -> ada.delivered(say));
            ada.awaitsCall("GET", "/conversations");
            ada.toldOf(message, Optional.empty());
            ada.toldOf(said, Optional.of(say.text()));
            slow.release();

            isFound(delivery.get());
        }
        assertThat(ada.written()).hasSize(1);
    }

    @Test
    void theSameWordsBeforeTheQuestionAreNotTakenForThisPart() throws Exception {
        ada.toldOf(message, Optional.of("yes"), Instant.now().minusSeconds(5));
        String second = ada.instagram.dm(ada.bo, ada.account.id(), "really?");
        ada.toldOf(second, Optional.empty());
        ada.writes(MESSAGES).dropBefore();

        assertThat(ada.delivered(ada.turn(dm, second).say("yes")))
                .isInstanceOfSatisfying(
                        Delivery.Accepted.class,
                        accepted -> assertThat(accepted.found()).isFalse());
    }

    @Test
    void whatIsToldToBeAnotherPartIsNotTakenForThisOne() throws Exception {
        OnInstagram.Turn turn = ada.turn(dm, message);
        Delivery first = ada.delivered(turn.part(1, 2, "ha"));
        ada.toldOf(message, Optional.empty());
        ada.toldOf(((Delivery.Accepted) first).event().message(), Optional.of("ha"));
        ada.writes(MESSAGES).dropBefore();

        assertThat(ada.delivered(turn.part(2, 2, "ha")))
                .isInstanceOfSatisfying(
                        Delivery.Accepted.class,
                        accepted -> assertThat(accepted.found()).isFalse());
        assertThat(ada.written()).hasSize(2);
    }

    @Test
    void aLostLedgerStillMakesNoDouble() throws Exception {
        var turn = ada.new Turn(below, root, Instant.now().minusSeconds(5));
        Response.Say say = turn.say("said long ago");
        ada.graph().comments().reply(root, say.text());
        ada.forgets(say.id());

        isFound(ada.delivered(say));
        assertThat(ada.commented()).hasSize(1);
    }

    @Test
    void theSameWordsInAnswerToAnEarlierMessageAreNotTakenForThisPart() throws Exception {
        ada.delivered(ada.turn(dm, message).say("yes"));
        String second = ada.instagram.dm(ada.bo, ada.account.id(), "really?");
        ada.writes(MESSAGES).dropBefore();

        ada.delivered(ada.turn(dm, second).say("yes"));

        assertThat(ada.written()).hasSize(2);
    }

    @Test
    void twoPartsWithTheSameWordsAreToldApart() throws Exception {
        OnInstagram.Turn turn = ada.turn(dm, message);
        ada.delivered(turn.part(1, 2, "ha"));
        ada.writes(MESSAGES).dropAfter();

        Delivery second = ada.delivered(turn.part(2, 2, "ha"));

        assertThat(ada.written()).hasSize(2);
        assertThat(((Delivery.Accepted) second).event())
                .isEqualTo(EventId.said("instagram", ada.written().getLast().mid()));
    }

    @Test
    void theSameWordsBelowTheSameCommentAreToldApartByTheLedger() throws Exception {
        String bos = ada.instagram.comment(ada.bo, ada.post, "and you?", Optional.of(root));
        ada.delivered(ada.turn(below, root).say("thanks"));
        ada.writes(REPLIES).dropBefore();

        assertThat(ada.delivered(ada.turn(below, bos).say("thanks")))
                .isInstanceOfSatisfying(
                        Delivery.Accepted.class,
                        accepted -> assertThat(accepted.found()).isFalse());
        assertThat(ada.commented()).hasSize(2);
    }

    /** Where it stands in the talk: Instagram tells whole seconds only. */
    private static void isNotEarlier(Delivery delivery, Response.Say say) {
        assertThat(((Delivery.Accepted) delivery).at()).isAfterOrEqualTo(say.decidedAt());
    }

    private static void isFound(Delivery delivery) {
        assertThat(delivery)
                .isInstanceOfSatisfying(
                        Delivery.Accepted.class, accepted -> assertThat(accepted.found()).isTrue());
    }
}
