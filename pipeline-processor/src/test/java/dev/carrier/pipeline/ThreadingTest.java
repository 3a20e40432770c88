package dev.carrier.pipeline;

import static dev.carrier.pipeline.Policies.ADA;
import static dev.carrier.pipeline.Policies.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.EventId;
import dev.carrier.contracts.ThreadStart;
import org.junit.jupiter.api.Test;

/** Where the policy wants it, answers go into a thread, and the talk goes on there. */
class ThreadingTest {
    @Test
    void whoCallsACharacterInAChannelIsAnsweredInTheThreadOfTheMessage() {
        Talk cafe = Talk.in(Places.channel("7"), Policies.defaults().thread());
        EventId asked = cafe.mention("@Ada, how do tides work?");
        cafe.afterGathering();
        cafe.thinks(cafe.step(), "The moon pulls.");

        assertThat(cafe.say().thread()).contains(new ThreadStart(asked, "how do tides work?"));
        assertThat(cafe.say().in().conversation()).isEqualTo(Places.channel("7").conversation());
        assertThat(cafe.say().replyTo()).contains(asked);
    }

    @Test
    void withoutTheSettingAndInThreadsAndDmsTheAnswerStandsWhereItWasAsked() {
        for (Talk talk :
                new Talk[] {
                    Talk.inACafe(),
                    Talk.in(Places.thread("8"), Policies.defaults().thread()),
                    Talk.in(Places.dm("9"), Policies.defaults().thread())
                }) {
            talk.mention("@Ada, how do tides work?");
            talk.afterGathering();
            talk.thinks(talk.step(), "The moon pulls.");

            assertThat(talk.say().thread()).isEmpty();
        }
    }

    @Test
    void aLongQuestionNamesItsThreadBriefly() {
        Talk cafe = Talk.in(Places.channel("7"), Policies.defaults().thread());
        cafe.mention("@Ada " + "how do tides work and why ".repeat(20));
        cafe.afterGathering();
        cafe.thinks(cafe.step(), "The moon pulls.");

        assertThat(cafe.say().thread().orElseThrow().name())
                .startsWith("how do tides work")
                .endsWith("…")
                .hasSizeLessThan(61);
    }

    @Test
    void inAThreadThatItOpenedItIsCalledByWhateverIsSaid() {
        Talk thread = Talk.in(Places.thread("8"), Policies.defaults().thread());
        EventId on = thread.hear(thread.saying("bo", "and the sun?").inOwnThread());
        thread.afterGathering();

        assertThat(thread.step().reason()).isEqualTo("thread");
        thread.thinks(thread.step(), "A little.");
        thread.accepts(thread.say());
        assertThat(thread.outcomes(on)).containsExactly("replied(thread)");
    }

    @Test
    void inAThreadOfOthersOrWithoutTheSettingItIsNot() {
        Talk others = Talk.in(Places.thread("8"), Policies.defaults().thread());
        EventId one = others.hear(others.saying("bo", "and the sun?"));
        others.afterGathering();
        Talk plain = Talk.in(Places.thread("8"), Policies.defaults());
        EventId two = plain.hear(plain.saying("bo", "and the sun?").inOwnThread());
        plain.afterGathering();

        assertThat(others.outcomes(one)).containsExactly("ignored(not addressed)");
        assertThat(plain.outcomes(two)).containsExactly("ignored(not addressed)");
    }

    @Test
    void whatCallsAnotherThereIsForTheOther() {
        Talk thread = Talk.in(Places.thread("8"), Policies.defaults().thread());
        EventId toBob =
                thread.hear(
                        thread.saying("bo", "@Bob what do you say?")
                                .mentioning(BOB)
                                .heardBy(ADA, BOB)
                                .inOwnThread());
        thread.afterGathering();

        assertThat(thread.outcomes(toBob, ADA)).containsExactly("ignored(not addressed)");
    }
}
