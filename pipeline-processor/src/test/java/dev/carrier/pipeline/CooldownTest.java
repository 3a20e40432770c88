package dev.carrier.pipeline;

import static dev.carrier.pipeline.Policies.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Policy.Answer;
import dev.carrier.contracts.Policy.AtTheCap;
import dev.carrier.contracts.Policy.Dms;
import dev.carrier.contracts.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How a character holds back after it spoke, and from whom. */
class CooldownTest {
    private static final Duration NONE = Duration.ZERO;
    private static final Duration HALF = Duration.ofSeconds(30);

    private static Talk cafe(Policies policies) {
        return Talk.in(Places.channel("7"), policies);
    }

    /** Ada has just answered Bo. */
    private static Talk answered(Policies policies) {
        Talk cafe = cafe(policies);
        cafe.mention("@Ada hello");
        answers(cafe);
        return cafe;
    }

    private static void answers(Talk cafe) {
        cafe.afterGathering();
        cafe.thinks(cafe.step(), "Hello.");
        cafe.accepts(cafe.say());
    }

    @Test
    void aPersonWhoWasAnsweredWaits() {
        Talk cafe = answered(Policies.defaults().cooldown(HALF, NONE));

        EventId soon = cafe.afterSeconds(10).mention("@Ada and now?");
        cafe.afterGathering();
        EventId later = cafe.afterSeconds(30).mention("@Ada and now?");
        answers(cafe);

        assertThat(cafe.outcomes(soon)).containsExactly("ignored(cooldown)");
        assertThat(cafe.window()).contains("@Ada and now?");
        assertThat(cafe.outcomes(later)).containsExactly("replied(mention)");
    }

    @Test
    void nobodySeesTypingForWhatIsNotAnswered() {
        Talk cafe = answered(Policies.defaults().cooldown(HALF, NONE));

        int before = cafe.all(Response.Typing.class).size();

        cafe.afterSeconds(10).mention("@Ada and now?");
        cafe.afterGathering();

        assertThat(cafe.all(Response.Typing.class)).hasSize(before);
    }

    @Test
    void otherPeopleDoNotWait() {
        Talk cafe = answered(Policies.defaults().cooldown(HALF, NONE));

        EventId other = cafe.hear(cafe.saying("cleo", "@Ada me?").mentioning(ADA));
        answers(cafe);

        assertThat(cafe.outcomes(other)).containsExactly("replied(mention)");
    }

    @Test
    void whoCallsDuringTheCooldownSeesASignOnceAndNoText() {
        Talk cafe = answered(Policies.defaults().cooldown(HALF, NONE));

        EventId first = cafe.mention("@Ada one");
        cafe.afterGathering();
        cafe.mention("@Ada two");
        cafe.afterGathering();

        assertThat(cafe.reactions())
                .singleElement()
                .satisfies(react -> assertThat(react.target()).isEqualTo(first));
        assertThat(cafe.says()).hasSize(1);
    }

    @Test
    void whereTheCapIsSilentSoIsTheCooldown() {
        Talk cafe = answered(Policies.defaults().atTheCap(AtTheCap.SILENCE).cooldown(HALF, NONE));

        cafe.mention("@Ada one");
        cafe.afterGathering();

        assertThat(cafe.reactions()).isEmpty();
    }

    @Test
    void whatCameWhileTheAnswerWasOnItsWayWaitsToo() {
        Talk cafe = cafe(Policies.defaults().cooldown(HALF, NONE));
        cafe.mention("@Ada hello");
        cafe.afterGathering();
        EventId meanwhile = cafe.mention("@Ada are you there?");
        answers(cafe);
        cafe.afterSeconds(6);

        assertThat(cafe.outcomes(meanwhile)).containsExactly("ignored(cooldown)");
    }

    @Test
    void afterSheSpokeSheLeavesAloneWhatDoesNotCallHer() {
        Talk cafe =
                answered(
                        Policies.defaults()
                                .answer(Answer.ALWAYS)
                                .cooldown(NONE, Duration.ofSeconds(20)));

        EventId aside = cafe.hear(cafe.saying("cleo", "nice weather"));
        cafe.afterGathering();
        EventId called = cafe.hear(cafe.saying("cleo", "@Ada is it?").mentioning(ADA));
        answers(cafe);
        EventId later = cafe.afterSeconds(21).hear(cafe.saying("cleo", "nice weather"));
        answers(cafe);

        assertThat(cafe.outcomes(aside)).containsExactly("ignored(cooldown)");
        assertThat(cafe.reactions()).isEmpty();
        assertThat(cafe.outcomes(called)).containsExactly("replied(mention)");
        assertThat(cafe.outcomes(later)).containsExactly("replied(always)");
    }

    @Test
    void theSmallModelIsNotAskedMeanwhile() {
        Talk cafe =
                answered(
                        Policies.defaults()
                                .judge("small")
                                .answer(Answer.ASK)
                                .cooldown(NONE, Duration.ofSeconds(20)));
        int before = cafe.steps().size();

        EventId aside = cafe.hear(cafe.saying("cleo", "nice weather"));
        cafe.afterGathering();

        assertThat(cafe.outcomes(aside)).containsExactly("ignored(cooldown)");
        assertThat(cafe.steps()).hasSize(before);
    }

    @Test
    void aRoleCanHaveAnotherOrNone() {
        Talk cafe =
                cafe(
                        Policies.defaults()
                                .cooldown(HALF, NONE)
                                .rule(Rules.in("role:55").cooldown(NONE, NONE))
                                .rule(Rules.in("role:66").cooldown(Duration.ofHours(1), NONE)));
        cafe.hear(cafe.saying("vip", "@Ada").mentioning(ADA).ofRoles("55"));
        cafe.hear(cafe.saying("new", "@Ada").mentioning(ADA).ofRoles("66"));
        answers(cafe);

        EventId vip = cafe.hear(cafe.saying("vip", "@Ada").mentioning(ADA).ofRoles("55"));
        answers(cafe);
        cafe.after(Duration.ofMinutes(59));
        EventId newcomer = cafe.hear(cafe.saying("new", "@Ada").mentioning(ADA).ofRoles("66"));
        cafe.afterGathering();

        assertThat(cafe.outcomes(vip)).containsExactly("replied(mention)");
        assertThat(cafe.outcomes(newcomer)).containsExactly("ignored(cooldown)");
    }

    @Test
    void aPlaceCanHaveAnotherThanTheRest() {
        Talk cafe =
                answered(
                        Policies.defaults()
                                .cooldown(HALF, NONE)
                                .rule(Rules.in("channel:7").cooldown(NONE, NONE)));

        EventId next = cafe.mention("@Ada and now?");
        answers(cafe);

        assertThat(cafe.outcomes(next)).containsExactly("replied(mention)");
    }

    @Test
    void aCooldownThatIsTakenBackHoldsNobody() {
        Talk cafe = answered(Policies.defaults().cooldown(HALF, NONE));

        cafe.under(Policies.defaults());
        EventId next = cafe.mention("@Ada and now?");
        answers(cafe);

        assertThat(cafe.outcomes(next)).containsExactly("replied(mention)");
    }

    @Test
    void aDmHasNone() {
        Talk dm =
                Talk.in(Places.dm("7"), Policies.defaults().dms(Dms.EVERYONE).cooldown(HALF, HALF));
        dm.hear(dm.saying("bo", "hello"));
        answers(dm);

        EventId next = dm.hear(dm.saying("bo", "and now?"));
        answers(dm);

        assertThat(dm.outcomes(next)).containsExactly("replied(dm)");
    }

    @Test
    void ofManyPeopleTheStateStaysSmall() {
        Talk cafe = cafe(Policies.defaults().withoutGathering().cooldown(HALF, NONE));

        for (int person = 0; person < 60; person++) {
            cafe.hear(cafe.saying("p" + person, "@Ada").mentioning(ADA));
            cafe.thinks(cafe.step(), "Hello.");
            cafe.accepts(cafe.say());
        }

        assertThat(cafe.conversation().seat(ADA).answered()).hasSize(24);
        assertThat(cafe.afterSeconds(31).conversation().seat(ADA).answered()).hasSize(24);
        cafe.hear(cafe.saying("last", "@Ada").mentioning(ADA));
        cafe.thinks(cafe.step(), "Hello.");
        cafe.accepts(cafe.say());
        assertThat(cafe.conversation().seat(ADA).answered()).hasSize(1);
    }
}
