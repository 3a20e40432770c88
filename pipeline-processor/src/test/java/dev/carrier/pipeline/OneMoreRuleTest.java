package dev.carrier.pipeline;

import static dev.carrier.pipeline.Policies.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Policy.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule says what is different somewhere; it is no list of where a character may be. */
class OneMoreRuleTest {

    @ParameterizedTest
    @ValueSource(strings = {"channel:99", "thread:99", "category:99", "guild:99", "role:99"})
    void addingOneChannelDoesNotSilenceTheOthers(String elsewhere) {
        for (Answer answer : Answer.values()) {
            Policies policies = Policies.defaults().rule(Rules.in(elsewhere).answer(answer));
            Talk channel = Talk.in(Places.channel("7"), policies);
            Talk thread = Talk.in(Places.thread("8"), policies);

            channel.hear(channel.saying("bo", "@Ada").mentioning(ADA).ofRoles("55"));
            thread.hear(thread.saying("bo", "@Ada").mentioning(ADA).ofRoles("55"));
            channel.afterGathering();
            thread.afterGathering();

            assertThat(channel.steps()).hasSize(1);
            assertThat(thread.steps()).hasSize(1);
        }
    }

    @Test
    void addingOneServerToTheListDoesNotSilenceOnesOwn() {
        Policies policies = Policies.defaults().guilds("owned", "2");
        Talk own = Talk.in(Places.channel("7"), policies);
        Talk added = Talk.in(Places.channel("7"), Policies.defaults().guilds("owned", "1"));

        own.mention("@Ada");
        added.hear(added.saying("bo", "@Ada").mentioning(ADA).notOwned());
        EventId stranger = own.hear(own.saying("bo", "@Ada").mentioning(ADA).notOwned());
        own.afterGathering();
        added.afterGathering();

        assertThat(own.steps()).hasSize(1);
        assertThat(added.steps()).hasSize(1);
        assertThat(own.outcomes(stranger)).containsExactly("ignored(not allowed here)");
    }

    @Test
    void aRuleThatSaysOneThingLeavesTheRestAsItIs() {
        Talk cafe =
                Talk.in(
                        Places.channel("7"),
                        Policies.defaults().rule(Rules.in("channel:7").prompt("Be brief.")));

        EventId said = cafe.mention("@Ada");
        cafe.afterGathering();

        assertThat(cafe.step().triggers()).containsExactly(said);
        assertThat(cafe.step().addendum()).contains("Be brief.");
    }
}
