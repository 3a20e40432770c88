package dev.carrier.pipeline;

import static dev.carrier.pipeline.Policies.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Response;
import dev.carrier.pipeline.state.Decision;
import dev.carrier.pipeline.state.Input;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A character that answers with a reaction. */
class ReactingTest {
    private final Talk cafe = Talk.inACafe();

    @ParameterizedTest
    @ValueSource(strings = {"👍", " 👍\n", "Ada: 👍", "[react: 👍]", "[Reaction:👍]"})
    void oneEmojiAloneBecomesAReactionToTheMessage(String answer) {
        EventId thanks = cafe.mention("@Ada thank you!");
        cafe.afterGathering();

        Response.React react = react(cafe.thinks(cafe.step(), answer));

        assertThat(react.emoji()).isEqualTo("👍");
        assertThat(react.target()).isEqualTo(thanks);
        assertThat(react.notAfter()).isEqualTo(cafe.step().deadline());
    }

    @Test
    void itIsTheAnswerAndTheReasonSaysSo() {
        EventId thanks = cafe.mention("@Ada thank you!");
        cafe.afterGathering();
        Response.React react = react(cafe.thinks(cafe.step(), "👍"));

        cafe.give(
                new Input.Delivered(
                        new Delivery.Accepted(
                                react.id(),
                                react.turn(),
                                react.in().conversation(),
                                ADA,
                                thanks,
                                new PersonId("discord:user:1"),
                                "Ada",
                                "",
                                cafe.now(),
                                false)));

        assertThat(cafe.outcomes(thanks)).containsExactly("replied(mention, with a reaction)");
        assertThat(cafe.conversation().seat(ADA).turn()).isEmpty();
        assertThat(cafe.window()).containsExactly("@Ada thank you!");
    }

    @Test
    void wordsWithAnEmojiAreWords() {
        cafe.mention("@Ada thank you!");
        cafe.afterGathering();
        cafe.thinks(cafe.step(), "You are welcome 👍");

        assertThat(cafe.say().text()).isEqualTo("You are welcome 👍");
    }

    private static Response.React react(Decision decision) {
        List<Response.React> reactions =
                decision.outputs().stream()
                        .map(output -> output.value())
                        .filter(Response.React.class::isInstance)
                        .map(Response.React.class::cast)
                        .toList();
        assertThat(reactions).hasSize(1);
        return reactions.getFirst();
    }
}
