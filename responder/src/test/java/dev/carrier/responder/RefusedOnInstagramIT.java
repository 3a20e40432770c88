package dev.carrier.responder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.Place;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What Instagram will not take, and what the operator is told of it. */
class RefusedOnInstagramIT {
    private static final String MESSAGES = "/messages";

    @AutoClose private final OnInstagram ada = new OnInstagram();
    private final String root = ada.instagram.comment(ada.bo, ada.post, "lovely!");
    private final String message = ada.instagram.dm(ada.bo, ada.account.id(), "hi Ada");
    private final Place below = ada.comments(root);
    private final Place dm = ada.dm(ada.bo);

    @Test
    void aDayAfterAPersonWroteTheyAreNotWrittenTo() throws Exception {
        ada.instagram.advance(Duration.ofHours(25));

        Delivery.Refused refused =
                refused(ada.delivered(ada.turn(dm, message).say("still there?")));

        assertThat(refused.reason()).contains("24 hours", "10/2534022");
        assertThat(refused.retryAt()).isEmpty();
        // They may write at any moment.
        assertThat(refused.barredUntil()).isEmpty();
        assertThat(ada.calls("POST", MESSAGES)).isEqualTo(1);
    }

    @Test
    void aCommentIsAnsweredInPrivateOnceOnly() throws Exception {
        ada.delivered(ada.turn(below, root).privately("between us"));

        Delivery.Refused refused =
                refused(ada.delivered(ada.turn(below, root).privately("and another thing")));

        assertThat(refused.reason()).contains("allows that once");
        assertThat(ada.written()).hasSize(1);
    }

    @Test
    void aPrivateReplyAfterAWeekIsTooLate() throws Exception {
        ada.instagram.advance(Duration.ofDays(8));

        assertThat(ada.delivered(ada.turn(below, root).privately("late")))
                .isInstanceOf(Delivery.Refused.class);
    }

    @Test
    void aThousandBytesAreTakenAndNotOneMore() throws Exception {
        String thousand = "ü".repeat(500);

        assertThat(ada.delivered(ada.turn(dm, message).say(thousand)))
                .isInstanceOf(Delivery.Accepted.class);
        Delivery.Refused refused =
                refused(ada.delivered(ada.turn(dm, message).say(thousand + "!")));

        assertThat(refused.reason()).contains("1001 bytes of 1000");
        assertThat(ada.calls("POST", MESSAGES)).isEqualTo(1);
    }

    @Test
    void whatWasDeletedCannotBeAnswered() throws Exception {
        ada.instagram.deletesComment(root);

        assertThat(refused(ada.delivered(ada.turn(below, root).say("thank you"))).reason())
                .contains("does not exist");
    }

    @Test
    void aPersonWhoTakesNoMessagesSaysNothingOfTheAccount() throws Exception {
        ada.instagram.reachable(ada.bo, false);
        String cy = ada.instagram.person("cy-" + System.nanoTime());
        String other = ada.instagram.dm(cy, ada.account.id(), "hello");

        Delivery.Refused refused = refused(ada.delivered(ada.turn(dm, message).say("hello?")));

        assertThat(refused.barredUntil()).isPresent();
        assertThat(ada.delivered(ada.turn(ada.dm(cy), other).say("hello")))
                .isInstanceOf(Delivery.Accepted.class);
    }

    @Test
    void aClosedInboxIsForAPersonToOpen() throws Exception {
        ada.instagram.inbox(ada.account.id(), false);

        assertThat(refused(ada.delivered(ada.turn(dm, message).say("hello?"))).reason())
                .contains("Connected tools", "200/2534041");
    }

    @Test
    void aLimitIsNotRunIntoAgain() throws Exception {
        ada.writes(MESSAGES + "$").times(-1).graphError(613);

        Delivery.Refused refused = refused(ada.delivered(ada.turn(dm, message).say("patience")));
        Delivery.Refused next = refused(ada.delivered(ada.turn(dm, message).say("patience")));

        assertThat(refused.retryAt().orElseThrow()).isAfter(Instant.now());
        assertThat(next.retryAt()).isPresent();
        assertThat(ada.calls("POST", MESSAGES)).isEqualTo(1);
    }

    @Test
    void aBlockedAccountIsStopped() throws Exception {
        ada.writes("/replies$").times(-1).graphError(368);

        ada.delivered(ada.turn(below, root).say("one"));
        Delivery.Refused second = refused(ada.delivered(ada.turn(dm, message).say("two")));

        assertThat(second.reason()).contains("Instagram app");
        assertThat(second.barredUntil()).isPresent();
        assertThat(ada.speaks().stopped()).isPresent();
        assertThat(ada.calls("POST", "/replies")).isEqualTo(1);
        assertThat(ada.calls("POST", MESSAGES)).isZero();
    }

    @Test
    void aDeadTokenIsForAPersonToReplace() throws Exception {
        ada.instagram.killsTokens(ada.account.id(), 460);

        Delivery.Refused refused = refused(ada.delivered(ada.turn(dm, message).say("hello?")));

        assertThat(refused.reason()).contains("password", "190/460").doesNotContain("IGA");
        assertThat(refused.barredUntil()).isPresent();
    }

    private static Delivery.Refused refused(Delivery delivery) {
        assertThat(delivery).isInstanceOf(Delivery.Refused.class);
        return (Delivery.Refused) delivery;
    }
}
