package dev.carrier.responder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.Moderation;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.Response;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is done besides talking: comments hidden and deleted, reactions, typing. */
class ModeratesOnInstagramIT {
    @AutoClose private final OnInstagram ada = new OnInstagram();
    private final String root = ada.instagram.comment(ada.bo, ada.post, "buy this!");
    private final String message = ada.instagram.dm(ada.bo, ada.account.id(), "hi Ada");
    private final Place below = ada.comments(root);
    private final Place dm = ada.dm(ada.bo);

    @Test
    void aCommentIsHiddenAndShownAgain() throws Exception {
        accepted(ada.turn(below, root).moderate(Moderation.HIDE));
        assertThat(ada.comment(root).hidden()).isTrue();

        accepted(ada.turn(below, root).moderate(Moderation.UNHIDE));
        assertThat(ada.comment(root).hidden()).isFalse();
    }

    @Test
    void aCommentIsDeletedThoughTheAnswerGotLost() throws Exception {
        ada.deletes().dropAfter();

        accepted(ada.turn(below, root).moderate(Moderation.DELETE));
        assertThat(ada.comment(root).deleted()).isTrue();
    }

    @Test
    void whatWasDeletedBeforeACrashIsAsWanted() throws Exception {
        Response.Moderate delete = ada.turn(below, root).moderate(Moderation.DELETE);
        accepted(delete);

        ada.restarts();

        accepted(delete);
    }

    @Test
    void whatIsNotThereIsSaidToBeGone() throws Exception {
        ada.instagram.deletesComment(root);

        assertThat(ada.delivered(ada.turn(below, root).moderate(Moderation.DELETE), below))
                .isInstanceOfSatisfying(
                        Delivery.Refused.class,
                        refused -> assertThat(refused.reason()).contains("does not exist"));
    }

    @Test
    void aMessageIsReactedTo() throws Exception {
        assertThat(ada.delivered(ada.turn(dm, message).react("❤️"), dm))
                .isInstanceOf(Delivery.Accepted.class);

        assertThat(ada.instagram.thread(ada.account.id(), ada.bo).getFirst().reactions())
                .containsEntry(ada.account.id(), "❤");
    }

    @Test
    void aCommentCannotBeReactedTo() throws Exception {
        assertThat(ada.delivered(ada.turn(below, root).react("❤️"), below))
                .isInstanceOf(Delivery.Refused.class);
    }

    @Test
    void typingIsShown() {
        ada.received(ada.turn(dm, message).typing());

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(ada.calls("POST", "/messages")).isEqualTo(1));
    }

    private void accepted(Response.Moderate moderate) throws Exception {
        assertThat(ada.delivered(moderate, below)).isInstanceOf(Delivery.Accepted.class);
    }
}
