package dev.carrier.pipeline;

import static dev.carrier.pipeline.Policies.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Policy;
import dev.carrier.contracts.Response;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where the platform lets a character say nothing, no model is asked and nothing is sent. */
class BarredTest {
    private static final String WHY = "may not write in #news: give it Send Messages (50013)";
    private static final Optional<Duration> FIVE_MINUTES = Optional.of(Duration.ofMinutes(5));

    private final Talk cafe = Talk.inACafe();

    @Test
    void afterARefusalThatConcernsThePlaceTheNextMentionIsNotThoughtAbout() {
        EventId first = cafe.mention("@Ada hello");
        cafe.afterGathering();
        cafe.thinks(cafe.step(), "Hello.");
        cafe.refuses(cafe.say(), WHY, Optional.empty(), FIVE_MINUTES);
        EventId second = cafe.mention("@Ada hello?");
        cafe.afterGathering();

        assertThat(cafe.outcomes(first)).containsExactly("failed(refused: " + WHY + ")");
        assertThat(cafe.outcomes(second))
                .containsExactly("ignored(may not speak here: " + WHY + ")");
        assertThat(cafe.steps()).hasSize(1);
        assertThat(cafe.typing(ADA)).isFalse();
    }

    @Test
    void aWhileLaterItIsTriedAgainAndOnceItIsTakenTheBarIsGone() {
        refusedForThePlace();
        cafe.after(Duration.ofMinutes(5));
        EventId later = cafe.mention("@Ada hello again");
        cafe.afterGathering();
        cafe.thinks(cafe.step(), "Hello!");
        cafe.accepts(cafe.say());

        assertThat(cafe.outcomes(later)).containsExactly("replied(mention)");
        assertThat(cafe.conversation().seat(ADA).barred()).isEmpty();
    }

    @Test
    void aRefusalOfTheWordsAloneBarsNothing() {
        cafe.mention("@Ada hello");
        cafe.afterGathering();
        cafe.thinks(cafe.step(), "Hello.");
        cafe.refuses(cafe.say(), "AutoMod blocked it (200000)");
        cafe.mention("@Ada hello?");
        cafe.afterGathering();

        assertThat(cafe.steps()).hasSize(2);
    }

    @Test
    void whatPermissionsShowNeedsNoRefusal() {
        String why = "may not write in #news: give it Send Messages";
        EventId asked = cafe.hear(cafe.saying("bo", "@Ada hello").mentioning(ADA).barred(why));
        cafe.afterGathering();

        assertThat(cafe.outcomes(asked))
                .containsExactly("ignored(may not speak here: " + why + ")");
        assertThat(cafe.window()).containsExactly("@Ada hello");
        assertThat(cafe.steps()).isEmpty();
        cafe.mention("@Ada hello?");
        cafe.afterGathering();
        assertThat(cafe.steps()).hasSize(1);
    }

    @Test
    void whatNobodyWouldAnswerIsSimplyNotAddressed() {
        EventId chat = cafe.hear(cafe.saying("bo", "nice").barred("may not write in #news"));
        cafe.afterGathering();

        assertThat(cafe.outcomes(chat)).containsExactly("ignored(not addressed)");
    }

    @Test
    void whereEverythingIsAnsweredEverythingHasThatReason() {
        Talk open = Talk.in(Places.channel("7"), Policies.defaults().answer(Policy.Answer.ALWAYS));
        EventId chat = open.hear(open.saying("bo", "nice").barred("may not write in #news"));
        open.afterGathering();

        assertThat(open.outcomes(chat))
                .containsExactly("ignored(may not speak here: may not write in #news)");
    }

    @Test
    void aLimitThatPassesBeforeTheDeadlineIsWaitedForWithTheTalkOfThen() {
        EventId asked = cafe.mention("@Ada hello");
        cafe.afterGathering();
        cafe.thinks(cafe.step(), "Hello.");
        cafe.refuses(
                cafe.say(), "rate limit", Optional.of(Duration.ofSeconds(60)), Optional.empty());
        cafe.hear(cafe.saying("cy", "meanwhile"));
        cafe.afterSeconds(59);
        assertThat(cafe.steps()).hasSize(1);
        assertThat(cafe.outcomes(asked)).isEmpty();

        cafe.afterSeconds(1);
        assertThat(cafe.steps()).hasSize(2);
        assertThat(cafe.window()).contains("meanwhile");
        assertThat(cafe.step().round()).isEqualTo(1);
        cafe.thinks(cafe.step(), "Hello at last.");
        cafe.accepts(cafe.say());
        assertThat(cafe.outcomes(asked)).containsExactly("replied(mention)");
        assertThat(cafe.all(Response.Say.class)).hasSize(2);
    }

    @Test
    void aLimitThatOutlastsTheDeadlineIsTooLateAndSaysWhy() {
        EventId asked = cafe.mention("@Ada hello");
        cafe.afterGathering();
        cafe.thinks(cafe.step(), "Hello.");
        cafe.refuses(cafe.say(), "rate limit", Optional.of(Duration.ofHours(1)), Optional.empty());

        assertThat(cafe.outcomes(asked)).containsExactly("failed(too late: rate limit)");
        cafe.after(Duration.ofHours(2));
        assertThat(cafe.steps()).hasSize(1);
    }

    @Test
    void whatIsPutOffAndDeletedMeanwhileIsOver() {
        EventId asked = cafe.mention("@Ada hello");
        cafe.afterGathering();
        cafe.thinks(cafe.step(), "Hello.");
        cafe.refuses(
                cafe.say(), "rate limit", Optional.of(Duration.ofSeconds(60)), Optional.empty());
        cafe.delete(asked);
        cafe.after(Duration.ofMinutes(3));

        assertThat(cafe.outcomes(asked)).containsExactly("ignored(deleted)");
        assertThat(cafe.steps()).hasSize(1);
    }

    private void refusedForThePlace() {
        cafe.mention("@Ada hello");
        cafe.afterGathering();
        cafe.thinks(cafe.step(), "Hello.");
        cafe.refuses(cafe.say(), WHY, Optional.empty(), FIVE_MINUTES);
    }
}
