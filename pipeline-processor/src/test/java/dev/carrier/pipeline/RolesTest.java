package dev.carrier.pipeline;

import static dev.carrier.pipeline.Policies.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Policy.Answer;
import org.junit.jupiter.api.Test;

/** What is different for people of a role, and against what of a place it stands. */
class RolesTest {
    private static final String VIP = "55";
    private static final String MUTED = "66";

    private static Talk cafe(Policies policies) {
        return Talk.in(Places.channel("7"), policies);
    }

    @Test
    void aRoleThatIsAlwaysAnsweredIsWhereOthersHaveToCall() {
        Talk cafe = cafe(Policies.defaults().rule(Rules.in("role:" + VIP).answer(Answer.ALWAYS)));

        EventId plain = cafe.hear(cafe.saying("bo", "nice weather"));
        EventId vip = cafe.hear(cafe.saying("cleo", "is it?").ofRoles("1", VIP));
        cafe.afterGathering();

        assertThat(cafe.outcomes(plain)).containsExactly("ignored(not addressed)");
        assertThat(cafe.step().triggers()).containsExactly(vip);
        assertThat(cafe.step().reason()).isEqualTo("always");
    }

    @Test
    void aRoleThatIsNeverAnsweredIsNotHeardEither() {
        Talk cafe =
                cafe(
                        Policies.defaults()
                                .answer(Answer.ALWAYS)
                                .rule(Rules.in("role:" + MUTED).answer(Answer.NEVER)));

        EventId said = cafe.hear(cafe.saying("troll", "@Ada hey").mentioning(ADA).ofRoles(MUTED));

        assertThat(cafe.outcomes(said)).containsExactly("ignored(not allowed for a role)");
        assertThat(cafe.window()).isEmpty();
        assertThat(cafe.last().reason()).startsWith("rules discord:role:66; ");
    }

    @Test
    void aRoleThatIsListenedToIsRememberedAndNotAnswered() {
        Talk cafe = cafe(Policies.defaults().rule(Rules.in("role:" + MUTED).answer(Answer.LISTEN)));

        EventId said = cafe.hear(cafe.saying("bo", "@Ada hey").mentioning(ADA).ofRoles(MUTED));

        assertThat(cafe.outcomes(said)).containsExactly("ignored(listening)");
        assertThat(cafe.window()).containsExactly("@Ada hey");
    }

    @Test
    void whereTheRuleOfAPlaceSaysNeverNoRoleIsAnswered() {
        Policies policies =
                Policies.defaults()
                        .rule(Rules.in("guild:1").answer(Answer.NEVER))
                        .rule(Rules.in("channel:9").answer(Answer.LISTEN))
                        .rule(Rules.in("role:" + VIP).answer(Answer.ALWAYS));
        Talk cafe = cafe(policies);
        Talk listened = Talk.in(Places.channel("9"), policies);

        EventId here = cafe.hear(cafe.saying("bo", "@Ada").mentioning(ADA).ofRoles(VIP));
        EventId there = listened.hear(listened.saying("bo", "hello").ofRoles(VIP));

        assertThat(cafe.outcomes(here)).containsExactly("ignored(not allowed here)");
        assertThat(listened.outcomes(there)).containsExactly("ignored(listening)");
    }

    @Test
    void whereOnlyTheDefaultSaysNeverARoleIsAnswered() {
        Talk cafe =
                cafe(
                        Policies.defaults()
                                .answer(Answer.NEVER)
                                .rule(Rules.in("role:" + VIP).answer(Answer.MENTIONS)));

        EventId nobody = cafe.mention("@Ada hello");
        EventId vip = cafe.hear(cafe.saying("cleo", "@Ada").mentioning(ADA).ofRoles(VIP));
        cafe.afterGathering();

        assertThat(cafe.outcomes(nobody)).containsExactly("ignored(not allowed here)");
        assertThat(cafe.step().triggers()).containsExactly(vip);
    }

    @Test
    void ofSeveralRolesTheFirstRuleWinsKeyByKey() {
        Talk cafe =
                cafe(
                        Policies.defaults()
                                .rule(Rules.in("channel:7").prompt("Of the place.").model("place"))
                                .rule(Rules.in("role:" + VIP).prompt("Of the VIP."))
                                .rule(
                                        Rules.in("role:" + MUTED)
                                                .prompt("Of the muted.")
                                                .model("muted")));

        cafe.hear(cafe.saying("bo", "@Ada").mentioning(ADA).ofRoles(MUTED, VIP));
        cafe.afterGathering();

        assertThat(cafe.step().addendum()).contains("Of the place.\nOf the VIP.");
        assertThat(cafe.step().model()).isEqualTo("muted");
    }

    @Test
    void aTurnThatAnswersSeveralTakesPromptAndModelOfARoleOnlyIfAllAgree() {
        Policies policies =
                Policies.defaults()
                        .rule(Rules.in("channel:7").prompt("Of the place."))
                        .rule(Rules.in("role:" + VIP).prompt("Of the VIP.").model("large"));
        Talk mixed = cafe(policies);
        Talk alike = cafe(policies);

        mixed.hear(mixed.saying("cleo", "@Ada").mentioning(ADA).ofRoles(VIP));
        mixed.hear(mixed.saying("bo", "@Ada me too").mentioning(ADA));
        mixed.afterGathering();
        alike.hear(alike.saying("cleo", "@Ada").mentioning(ADA).ofRoles(VIP));
        alike.hear(alike.saying("dora", "@Ada me too").mentioning(ADA).ofRoles(VIP));
        alike.afterGathering();

        assertThat(mixed.step().triggers()).hasSize(2);
        assertThat(mixed.step().addendum()).contains("Of the place.");
        assertThat(mixed.step().model()).isEqualTo("main");
        assertThat(alike.step().triggers()).hasSize(2);
        assertThat(alike.step().addendum()).contains("Of the place.\nOf the VIP.");
        assertThat(alike.step().model()).isEqualTo("large");
    }

    @Test
    void whereSomebodyIsAnsweredAnywayTheSmallModelIsNotAskedAboutTheRest() {
        Talk cafe =
                cafe(
                        Policies.defaults()
                                .judge("small")
                                .answer(Answer.ASK)
                                .rule(Rules.in("role:" + VIP).answer(Answer.ALWAYS)));

        EventId plain = cafe.hear(cafe.saying("bo", "nice weather"));
        EventId vip = cafe.hear(cafe.saying("cleo", "is it?").ofRoles(VIP));
        cafe.afterGathering();

        assertThat(cafe.outcomes(plain)).containsExactly("ignored(not addressed)");
        assertThat(cafe.step().triggers()).containsExactly(vip);
    }

    @Test
    void whoHasNoSuchRoleIsAsBefore() {
        Talk cafe =
                cafe(
                        Policies.defaults()
                                .rule(
                                        Rules.in("role:" + VIP)
                                                .answer(Answer.NEVER)
                                                .prompt("Of the VIP.")));

        EventId said = cafe.hear(cafe.saying("bo", "@Ada").mentioning(ADA).ofRoles("1", "2"));
        cafe.afterGathering();

        assertThat(cafe.step().triggers()).containsExactly(said);
        assertThat(cafe.step().addendum()).isEmpty();
    }
}
