package dev.carrier.pipeline;

import static dev.carrier.pipeline.Policies.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.AuthorKind;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Policy.Dms;
import dev.carrier.contracts.SettingsVersion.Asked;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whose DMs are answered, and what becomes of those who may not talk there yet. */
class PairingTest {
    private static final Policies PAIRING = Policies.defaults().dms(Dms.PAIRING);

    private static Talk dm(Policies policies) {
        return Talk.in(Places.dm("7"), policies);
    }

    @Test
    void whoIsNotKnownIsToldOnceHowToBeLetInAndNoModelIsAsked() {
        Talk dm = dm(PAIRING);

        EventId first = dm.hear(dm.saying("bo", "hello"));
        EventId second = dm.hear(dm.saying("bo", "hello?"));

        Asked asked = dm.all(Asked.class).getFirst();
        assertThat(dm.outcomes(first)).containsExactly("ignored(pairing)");
        assertThat(dm.outcomes(second)).containsExactly("ignored(pairing)");
        assertThat(dm.steps()).isEmpty();
        assertThat(dm.says())
                .singleElement()
                .satisfies(say ->
                        assertThat(say.text())
                                .isEqualTo(
                                        "I do not know you yet. Whoever runs Ada can let you in"
                                                + " with `./carrier pair "
                                                + asked.code()
                                                + "` within the hour."));
        assertThat(dm.all(Asked.class)).hasSize(1);
        assertThat(asked.person().value()).isEqualTo("discord:user:bo");
        assertThat(asked.code()).matches("[2-9A-HJ-NP-Z]{8}");
        assertThat(asked.until()).isEqualTo(asked.at().plus(Duration.ofHours(1)));
    }

    @Test
    void anHourLaterThereIsAnotherCode() {
        Talk dm = dm(PAIRING);

        dm.hear(dm.saying("bo", "hello"));
        dm.after(Duration.ofMinutes(59)).hear(dm.saying("bo", "hello?"));
        dm.after(Duration.ofMinutes(1)).hear(dm.saying("bo", "hello?!"));

        List<Asked> asked = dm.all(Asked.class);
        assertThat(asked).hasSize(2);
        assertThat(asked.get(0).code()).isNotEqualTo(asked.get(1).code());
    }

    @Test
    void whatWasSaidOfPairingIsNoTalk() {
        Talk dm = dm(PAIRING);

        dm.hear(dm.saying("bo", "hello"));
        dm.accepts(dm.say());

        assertThat(dm.window()).isEmpty();
    }

    @Test
    void whoWasApprovedIsAnswered() {
        Talk dm = dm(PAIRING);
        dm.hear(dm.saying("bo", "hello"));

        dm.under(Policies.defaults().dms(Dms.PAIRING).paired("bo"));
        EventId next = dm.hear(dm.saying("bo", "and now?"));
        dm.afterGathering();

        assertThat(dm.step().triggers()).containsExactly(next);
    }

    @Test
    void whoseApprovalIsTakenBackIsNotAnsweredAnyMore() {
        Talk dm = dm(Policies.defaults().dms(Dms.PAIRING).paired("bo", "cleo"));

        dm.under(Policies.defaults().dms(Dms.PAIRING).paired("cleo"));
        EventId said = dm.hear(dm.saying("bo", "hello"));

        assertThat(dm.outcomes(said)).containsExactly("ignored(pairing)");
    }

    @ParameterizedTest
    @EnumSource(Dms.class)
    void theListedAreAnsweredWhateverDmsSays(Dms dms) {
        Talk dm = dm(Policies.defaults().dms(dms).listed("bo"));

        dm.hear(dm.saying("bo", "hello").notMember());
        dm.afterGathering();

        assertThat(dm.steps()).hasSize(1);
    }

    @Test
    void nobodyIsNotEvenTheApproved() {
        Talk dm = dm(Policies.defaults().dms(Dms.NOBODY).paired("bo"));
        Talk members = dm(Policies.defaults().dms(Dms.MEMBERS).paired("bo"));

        EventId said = dm.hear(dm.saying("bo", "hello"));
        members.hear(members.saying("bo", "hello").notMember());
        members.afterGathering();

        assertThat(dm.outcomes(said)).containsExactly("ignored(not allowed here)");
        assertThat(members.steps()).hasSize(1);
    }

    @Test
    void whileTooManyWaitNobodyElseIsTold() {
        Talk dm = dm(Policies.defaults().dms(Dms.PAIRING).tooManyWait());

        EventId said = dm.hear(dm.saying("bo", "hello"));

        assertThat(dm.outcomes(said)).containsExactly("ignored(pairing)");
        assertThat(dm.says()).isEmpty();
        assertThat(dm.last().reason()).contains("too many wait to be let in");
        dm.under(PAIRING);
        dm.hear(dm.saying("bo", "hello?"));
        assertThat(dm.says()).hasSize(1);
    }

    @Test
    void botsThePausedAndWhatIsOldGetNoCode() {
        Talk dm = dm(PAIRING);
        dm.hear(dm.saying("robot", "hello").by(AuthorKind.BOT));
        dm.hear(dm.saying("bo", "hello").fetchedFrom(dm.now().minus(Duration.ofMinutes(11))));
        dm.under(Policies.defaults().dms(Dms.PAIRING).paused(ADA));
        dm.hear(dm.saying("bo", "hello"));

        assertThat(dm.says()).isEmpty();
        assertThat(dm.all(Asked.class)).isEmpty();
    }
}
