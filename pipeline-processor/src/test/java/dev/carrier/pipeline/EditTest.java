package dev.carrier.pipeline;

import static dev.carrier.pipeline.Policies.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Attachment;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Step;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people edit is answered as it reads now, once. */
class EditTest {
    private final Talk cafe = Talk.inACafe();

    @Test
    void eachEditIsThoughtAboutOnceAndNotForEver() {
        EventId one = cafe.mention("hello @Ada");
        EventId two = cafe.mention("how are you");
        cafe.afterGathering();
        cafe.edit(one, "good bye @Ada", ADA);
        cafe.edit(two, "how were you");
        assertThat(cafe.steps()).hasSize(3);
        for (int edit = 0; edit < 10; edit++) {
            cafe.edit(one, "good bye @Ada " + edit, ADA);
        }
        assertThat(cafe.steps()).hasSize(4);
        assertThat(cafe.last().reason()).contains("changed too often to be thought again");
        cafe.thinks(cafe.step(), "Bye!");
        cafe.accepts(cafe.say());
        assertThat(cafe.outcomes(one)).containsExactly("replied(mention)");
        assertThat(cafe.outcomes(two)).containsExactly("replied(mention)");
    }

    @Test
    void anEditKeepsTheFilesThatAreStillThere() {
        Attachment cat =
                new Attachment(
                        "1",
                        "cat.png",
                        Optional.of("image/png"),
                        9,
                        "https://cdn/cat.png",
                        Optional.of("a cat\non a sofa"));
        EventId look = cafe.hear(cafe.saying("bo", "lok").with(cat));
        cafe.edit(look, "look", Optional.of(List.of(cat)));
        assertThat(cafe.conversation().window().getFirst().text())
                .isEqualTo("look\n[attached: cat.png, image/png, showing: a cat on a sofa]");

        cafe.edit(look, "gone", Optional.of(List.of()));
        assertThat(cafe.conversation().window().getFirst().text()).isEqualTo("gone");
    }

    @Test
    void anEditWhileTheModelThinksIsThoughtAboutOnceMore() {
        EventId hello = cafe.mention("hello @Ada");
        cafe.afterGathering();
        Step.Think first = cafe.step();
        cafe.edit(hello, "good bye @Ada", ADA);
        Step.Think second = cafe.step();
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.window())
                .extracting(line -> line.text())
                .containsExactly("good bye @Ada");

        cafe.thinks(first, "Hello!");
        assertThat(cafe.says()).isEmpty();
        cafe.thinks(second, "Bye!");
        assertThat(cafe.say().text()).isEqualTo("Bye!");
    }

    @Test
    void anEditBeforeTheAnswerIsSentWithdrawsItAndThinksOnceMore() {
        EventId hello = cafe.mention("hello @Ada");
        cafe.afterGathering();
        cafe.thinks(cafe.step(), "Hello!");
        var hi = cafe.say();
        cafe.edit(hello, "good bye @Ada", ADA);
        assertThat(cafe.withdrawals().getFirst().responses()).containsExactly(hi.id());
        assertThat(cafe.steps()).hasSize(1);

        cafe.refuses(hi, "withdrawn: edited");
        assertThat(cafe.steps()).hasSize(2);
        cafe.thinks(cafe.step(), "Bye!");
        assertThat(cafe.say().id()).isNotEqualTo(hi.id());
        cafe.accepts(cafe.say());
        assertThat(cafe.outcomes(hello)).containsExactly("replied(mention)");
    }

    @Test
    void anEditThatComesTooLateForItsAnswerChangesOnlyTheWindow() {
        EventId hello = cafe.mention("hello @Ada");
        cafe.afterGathering();
        cafe.thinks(cafe.step(), "Hello!");
        cafe.edit(hello, "good bye @Ada", ADA);
        cafe.accepts(cafe.say());
        assertThat(cafe.outcomes(hello)).containsExactly("replied(mention)");
        assertThat(cafe.steps()).hasSize(1);
        assertThat(cafe.window()).containsExactly("good bye @Ada", "Hello!");
    }

    @Test
    void anEditThatChangesNothingIsNoReasonToThinkAgain() {
        EventId hello = cafe.mention("https://example.org @Ada");
        cafe.afterGathering();
        cafe.edit(hello, "https://example.org @Ada", ADA);
        assertThat(cafe.steps()).hasSize(1);
    }

    @Test
    void anEditWhileItIsGatheredCallsWhomTheNewTextCalls() {
        EventId plain = cafe.hear(cafe.saying("bo", "hello"));
        cafe.edit(plain, "hello @Ada", ADA);
        cafe.afterGathering();
        assertThat(cafe.step().triggers()).containsExactly(plain);

        cafe.thinks(cafe.step(), "Hello!");
        cafe.accepts(cafe.say());
        EventId called = cafe.hear(cafe.saying("cy", "Ada, hello"));
        cafe.edit(called, "hello everybody");
        cafe.afterGathering();
        assertThat(cafe.outcomes(called)).containsExactly("ignored(not addressed)");
        assertThat(cafe.typing(ADA)).isFalse();
    }
}
