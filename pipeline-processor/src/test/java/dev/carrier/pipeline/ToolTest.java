package dev.carrier.pipeline;

import static dev.carrier.pipeline.Policies.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Exchange;
import dev.carrier.contracts.FailureKind;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Result;
import dev.carrier.contracts.Step;
import dev.carrier.pipeline.provider.Tools;
import dev.carrier.pipeline.state.Input;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A turn that goes round by way of a tool; the tool is this test's. */
class ToolTest {
    private static final Tools.Tool DIG =
            step -> "found " + step.arguments().path("for").asString();

    private final Talk cafe = Talk.inACafe();
    private EventId hello;

    @BeforeEach
    void boMentionsAda() {
        hello = cafe.mention("@Ada, dig for gold");
        cafe.afterGathering();
    }

    private static JsonNode lookFor(String what) {
        return Json.mapper().createObjectNode().put("for", what);
    }

    private Step.Call digs(String what) throws Exception {
        Step.Call call = cafe.calls(ADA, "dig", lookFor(what));
        cafe.returns(call, DIG.call(call));
        return call;
    }

    @Test
    void whatAToolGivesGoesToTheModelAndTheTurnEndsWithItsAnswer() throws Exception {
        Step.Think first = cafe.step();
        assertThat(first.exchanges()).isEmpty();
        Step.Call call = digs("gold");
        assertThat(call.turn()).isEqualTo(first.turn());
        assertThat(call.id()).isNotEqualTo(first.id());
        assertThat(call.deadline()).isEqualTo(first.deadline());

        Step.Think second = cafe.step();
        assertThat(second.id()).isNotIn(first.id(), call.id());
        assertThat(second.exchanges().orElseThrow())
                .containsExactly(new Exchange("dig", lookFor("gold"), "found gold"));
        cafe.thinks(second, "I found gold!");
        cafe.accepts(cafe.say());
        assertThat(cafe.outcomes(hello)).containsExactly("replied(mention)");
    }

    @Test
    void eachFurtherQuestionKnowsAllThatWasFoundUpToALimit() throws Exception {
        for (String what : List.of("gold", "coal", "clay", "bones")) {
            digs(what);
        }
        assertThat(cafe.step().exchanges().orElseThrow())
                .extracting(Exchange::content)
                .containsExactly("found gold", "found coal", "found clay", "found bones");
        cafe.asksToCall(ADA, "dig", lookFor("more"));
        assertThat(cafe.all(Step.Call.class)).hasSize(4);
        assertThat(cafe.outcomes(hello)).containsExactly("failed(too many rounds)");
        assertThat(cafe.reactions()).hasSize(1);
    }

    @Test
    void muchThatAToolGivesDoesNotCrowdOutWhatIsToBeAnswered() {
        Talk busy = Talk.inACafe();
        for (int line = 0; line < 40; line++) {
            busy.hear(busy.saying("cy", "chat ".repeat(80)));
        }
        EventId question = busy.mention("@Ada, dig for gold");
        busy.afterGathering();
        for (int hole = 0; hole < 4; hole++) {
            busy.returns(busy.calls(ADA, "dig", lookFor("gold")), "earth ".repeat(2000));
        }
        assertThat(busy.step().exchanges().orElseThrow()).hasSize(4);
        assertThat(busy.step().exchanges().orElseThrow().getLast().content().length())
                .isGreaterThan(1900);
        assertThat(busy.step().window()).extracting(line -> line.id()).contains(question);
        busy.thinks(busy.step(), "Only earth.");
        busy.accepts(busy.say());
        assertThat(busy.outcomes(question)).containsExactly("replied(mention)");
    }

    @Test
    void aToolThatFailsIsToldToTheModel() {
        Step.Call call = cafe.calls(ADA, "dig", lookFor("gold"));
        cafe.give(
                new Input.Failed(
                        new Result.Failed(
                                call.id(),
                                call.turn(),
                                call.in().conversation(),
                                ADA,
                                FailureKind.BUG,
                                "no such tool: dig",
                                cafe.now(),
                                1,
                                0)));
        assertThat(cafe.step().exchanges().orElseThrow())
                .extracting(Exchange::content)
                .containsExactly("(it failed: no such tool: dig)");
        assertThat(cafe.outcomes(hello)).isEmpty();
    }

    @Test
    void aCallThatWasDeferredIsMadeAgainAndNotAThoughtInItsPlace() throws Exception {
        Step.Call call = cafe.calls(ADA, "dig", lookFor("gold"));
        cafe.give(
                new Input.Deferred(
                        new Result.Deferred(
                                call.id(),
                                call.turn(),
                                call.in().conversation(),
                                ADA,
                                cafe.now().plusSeconds(5),
                                "quota")));
        cafe.after(Duration.ofSeconds(6));
        assertThat(cafe.steps()).hasSize(1);
        Step.Call again = cafe.all(Step.Call.class).getLast();
        assertThat(again.id()).isNotEqualTo(call.id());
        cafe.returns(again, DIG.call(again));
        assertThat(cafe.step().exchanges().orElseThrow()).hasSize(1);
    }

    @Test
    void anEditWhileAToolIsAtWorkAsksAnewAndWhatTheToolGivesComesTooLate() throws Exception {
        digs("gold");
        Step.Call call = cafe.calls(ADA, "dig", lookFor("coal"));
        cafe.edit(hello, "@Ada, dig for clay", ADA);
        int asked = cafe.steps().size();
        cafe.returns(call, DIG.call(call));
        assertThat(cafe.steps()).hasSize(asked);
        assertThat(cafe.step().exchanges().orElseThrow())
                .extracting(Exchange::content)
                .containsExactly("found gold");
    }

    @Test
    void argumentsWithoutEndAreNotPassedOn() {
        cafe.asksToCall(ADA, "dig", lookFor("gold ".repeat(200)));
        assertThat(cafe.all(Step.Call.class)).isEmpty();
        assertThat(cafe.outcomes(hello)).containsExactly("failed(too much for a tool)");
    }
}
