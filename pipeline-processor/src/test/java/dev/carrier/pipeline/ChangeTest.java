package dev.carrier.pipeline;

import static dev.carrier.pipeline.Policies.ADA;
import static dev.carrier.pipeline.Policies.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.EventId;
import dev.carrier.pipeline.state.AlarmChange;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Another policy, and nothing at all. */
class ChangeTest {
    private final Talk cafe = Talk.inACafe();

    @Test
    void aPauseEndsTheTurnThatThinksBeforeTheNextInput() {
        EventId hello = cafe.mention("hello @Ada");
        cafe.afterGathering();
        EventId waiting = cafe.mention("and? @Ada");
        cafe.under(Policies.defaults().paused(ADA));
        cafe.thinks(cafe.step(), "Hi!");

        assertThat(cafe.says()).isEmpty();
        assertThat(cafe.outcomes(hello)).containsExactly("ignored(paused)");
        assertThat(cafe.outcomes(waiting)).containsExactly("ignored(paused)");
        assertThat(cafe.typing(ADA)).isFalse();
    }

    @Test
    void aPauseWithdrawsWhatIsNotSent() {
        EventId hello = cafe.mention("hello @Ada");
        cafe.afterGathering();
        cafe.thinks(cafe.step(), "Hi!");
        cafe.under(Policies.defaults().paused(ADA));
        cafe.hear(cafe.saying("cy", "chat"));
        assertThat(cafe.withdrawals()).hasSize(1);
        cafe.refuses(cafe.say(), "withdrawn: paused");
        assertThat(cafe.outcomes(hello)).containsExactly("ignored(paused)");
    }

    @Test
    void aPauseIsNotWaitedForWhileTheModelThinks() {
        EventId hello = cafe.mention("hello @Ada");
        cafe.afterGathering();
        EventId waiting = cafe.mention("and? @Ada");
        cafe.toldOf(Policies.defaults().paused(ADA));

        assertThat(cafe.outcomes(hello)).containsExactly("ignored(paused)");
        assertThat(cafe.outcomes(waiting)).containsExactly("ignored(paused)");
        assertThat(cafe.typing(ADA)).isFalse();
        assertThat(cafe.reactions()).isEmpty();
        cafe.thinks(cafe.step(), "Hi!");
        assertThat(cafe.says()).isEmpty();
        assertThat(cafe.outcomes(hello)).hasSize(1);
    }

    @Test
    void aPauseEndsTheTypingThatWasPromisedWhileMessagesAreGathered() {
        EventId hello = cafe.mention("hello @Ada");
        assertThat(cafe.typing(ADA)).isTrue();
        cafe.toldOf(Policies.defaults().paused(ADA));
        assertThat(cafe.typing(ADA)).isFalse();
        assertThat(cafe.outcomes(hello)).containsExactly("ignored(paused)");
        cafe.after(Duration.ofMinutes(1));
        assertThat(cafe.steps()).isEmpty();
    }

    @Test
    void aPauseEndsAStepThatWasToBeAskedAgain() {
        EventId hello = cafe.mention("hello @Ada");
        cafe.afterGathering();
        cafe.defers(cafe.step(), Duration.ofSeconds(30));
        cafe.toldOf(Policies.defaults().paused(ADA));
        cafe.after(Duration.ofMinutes(1));
        assertThat(cafe.steps()).hasSize(1);
        assertThat(cafe.outcomes(hello)).containsExactly("ignored(paused)");
    }

    @Test
    void aPauseWithdrawsTheRestOfAnAnswerThatPeopleBeganToRead() {
        EventId hello = cafe.mention("hello @Ada");
        cafe.afterGathering();
        cafe.thinks(cafe.step(), "A sentence of words. ".repeat(250));
        var parts = cafe.says();
        cafe.accepts(parts.get(0));
        cafe.toldOf(Policies.defaults().paused(ADA));
        assertThat(cafe.withdrawals().getFirst().responses())
                .containsExactly(parts.get(1).id(), parts.get(2).id());

        cafe.refuses(parts.get(1), "withdrawn: paused");
        cafe.refuses(parts.get(2), "withdrawn: paused");
        assertThat(cafe.outcomes(hello)).containsExactly("replied(partly: withdrawn: paused)");
        assertThat(cafe.reactions()).isEmpty();
    }

    @Test
    void aPauseOfAnotherAndAPauseWithNothingOpenAreNoReasonToDisturb() {
        cafe.mention("hello @Ada");
        cafe.afterGathering();
        long before = cafe.conversation().sequence();
        cafe.toldOf(Policies.defaults().paused(BOB));
        cafe.thinks(cafe.step(), "Hi!");
        cafe.accepts(cafe.say());
        cafe.toldOf(Policies.defaults().paused(ADA));
        assertThat(cafe.conversation().sequence()).isEqualTo(before + 2);
    }

    @Test
    void afterAPauseTheCharacterAnswersAgainAndKnowsWhatWasSaid() {
        cafe.under(Policies.defaults().paused(ADA));
        cafe.mention("hello @Ada");
        cafe.under(Policies.defaults());
        cafe.mention("hello? @Ada");
        cafe.afterGathering();
        assertThat(cafe.step().window())
                .extracting(line -> line.text())
                .containsExactly("hello @Ada", "hello? @Ada");
        assertThat(cafe.step().triggers()).hasSize(1);
    }

    @Test
    void aConversationIsLetGoWhenNothingHappenedForTwoDays() {
        cafe.mention("hello @Ada");
        cafe.afterGathering();
        cafe.thinks(cafe.step(), "Hi!");
        cafe.accepts(cafe.say());
        cafe.after(Duration.ofHours(47));
        assertThat(cafe.conversation().blank()).isFalse();
        cafe.after(Duration.ofHours(2));
        assertThat(cafe.conversation().blank()).isTrue();
        assertThat(cafe.last().alarms())
                .allSatisfy(change -> assertThat(change).isInstanceOf(AlarmChange.Cleared.class));

        cafe.mention("hello again @Ada");
        cafe.afterGathering();
        assertThat(cafe.step().window()).hasSize(1);
    }

    @Test
    void talkKeepsAConversation() {
        for (int day = 0; day < 10; day++) {
            cafe.hear(cafe.saying("bo", "day " + day));
            cafe.after(Duration.ofDays(1));
        }
        assertThat(cafe.window()).hasSize(10);
    }
}
