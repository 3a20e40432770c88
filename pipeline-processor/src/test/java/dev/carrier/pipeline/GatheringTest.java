package dev.carrier.pipeline;

import static dev.carrier.pipeline.Policies.ADA;
import static dev.carrier.pipeline.Policies.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.Step;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages that come together are answered together. */
class GatheringTest {
    private final Talk cafe = Talk.inACafe();

    @Test
    void aPersonWhoWritesThreeLinesGetsOneAnswer() {
        EventId one = cafe.mention("@Ada");
        cafe.afterSeconds(1);
        EventId two = cafe.hear(cafe.saying("bo", "what do you think"));
        cafe.afterSeconds(1);
        EventId three = cafe.hear(cafe.saying("bo", "of the weather?"));
        cafe.afterSeconds(1.4);
        assertThat(cafe.steps()).isEmpty();

        cafe.afterSeconds(0.1);
        assertThat(cafe.steps()).hasSize(1);
        assertThat(cafe.step().triggers()).containsExactly(one, two, three);
        cafe.thinks(cafe.step(), "Lovely.");
        assertThat(cafe.say().replyTo()).contains(three);
        cafe.accepts(cafe.say());
        for (EventId line : List.of(one, two, three)) {
            assertThat(cafe.outcomes(line)).containsExactly("replied(mention)");
        }
    }

    @Test
    void whatOthersSayMeanwhileIsSeenButNotAnswered() {
        EventId one = cafe.mention("@Ada hi");
        EventId other = cafe.hear(cafe.saying("cy", "lunch?"));
        cafe.afterGathering();

        assertThat(cafe.step().triggers()).containsExactly(one);
        assertThat(cafe.step().window()).extracting(line -> line.text()).contains("lunch?");
        assertThat(cafe.outcomes(other)).containsExactly("ignored(not addressed)");
    }

    @Test
    void tenMessagesAtOnceAreOneCall() {
        List<EventId> all = new ArrayList<>();
        for (int count = 0; count < 10; count++) {
            all.add(cafe.mention("@Ada " + count));
        }
        cafe.afterGathering();

        assertThat(cafe.steps()).hasSize(1);
        assertThat(cafe.step().triggers()).isEqualTo(all);
        assertThat(cafe.all(Response.Typing.class)).hasSize(1);
    }

    @Test
    void gatheringEndsSixSecondsAfterTheFirstMessageAtTheLatest() {
        cafe.mention("@Ada");
        for (int second = 1; second < 6; second++) {
            cafe.afterSeconds(1);
            cafe.hear(cafe.saying("bo", "and " + second));
        }
        assertThat(cafe.steps()).isEmpty();
        cafe.afterSeconds(1);
        assertThat(cafe.step().triggers()).hasSize(6);
    }

    @Test
    void anAuthorWhoTypesIsWaitedFor() {
        cafe.mention("@Ada wait");
        cafe.afterSeconds(1);
        cafe.type("bo", ADA);
        cafe.afterSeconds(4.9);
        assertThat(cafe.steps()).isEmpty();
        cafe.afterSeconds(0.1);
        assertThat(cafe.steps()).hasSize(1);
    }

    @Test
    void anAuthorWhoHasSentWhatTheyTypedIsNotWaitedForAnyMore() {
        cafe.mention("@Ada wait");
        cafe.afterSeconds(1);
        cafe.type("bo", ADA);
        cafe.afterSeconds(1);
        cafe.hear(cafe.saying("bo", "done"));
        cafe.afterSeconds(1.5);
        assertThat(cafe.steps()).hasSize(1);
    }

    @Test
    void somebodyElseWhoTypesIsNotWaitedFor() {
        cafe.mention("@Ada");
        cafe.type("cy", ADA);
        cafe.afterGathering();
        assertThat(cafe.steps()).hasSize(1);
    }

    @Test
    void whatComesWhileATurnIsOpenIsGatheredForTheNext() {
        cafe.mention("first @Ada");
        cafe.afterGathering();
        Step.Think first = cafe.step();
        EventId second = cafe.mention("second @Ada");
        EventId third = cafe.hear(cafe.saying("bo", "third"));
        cafe.afterSeconds(10);
        assertThat(cafe.steps()).hasSize(1);
        assertThat(cafe.outcomes(second)).isEmpty();

        cafe.thinks(first, "one");
        cafe.accepts(cafe.say());
        assertThat(cafe.steps()).hasSize(1);
        assertThat(cafe.typing(ADA)).isTrue();
        cafe.afterGathering();
        assertThat(cafe.steps()).hasSize(2);
        assertThat(cafe.step().triggers()).containsExactly(second, third);
        assertThat(cafe.step().turn()).isNotEqualTo(first.turn());
    }

    @Test
    void withoutGatheringEachMessageIsDecidedAtOnceAndOnlyOnce() {
        Talk quick = Talk.in(Places.channel("7"), Policies.defaults().withoutGathering());
        Saying hello = quick.saying("bo", "hello @Ada").mentioning(ADA);
        quick.hear(hello.heardBy(ADA));
        assertThat(quick.steps()).hasSize(1);
        quick.hear(hello.heardBy(ADA));
        quick.hear(hello.heardBy(BOB));
        assertThat(quick.steps()).hasSize(1);
        assertThat(quick.outcomes(hello.id(), BOB)).containsExactly("ignored(not addressed)");
    }

    @Test
    void behindAnOpenTurnTheOldestOfTooManyAreLetGoWithAnOutcome() {
        cafe.mention("first @Ada");
        cafe.afterGathering();
        List<EventId> flood = new ArrayList<>();
        for (int count = 0; count < 100; count++) {
            flood.add(cafe.hear(cafe.saying("cy", "chat " + count)));
        }
        cafe.thinks(cafe.step(), "one");
        cafe.accepts(cafe.say());
        cafe.afterGathering();

        for (EventId message : flood) {
            assertThat(cafe.outcomes(message)).containsExactly("ignored(not addressed)");
        }
    }

    @Test
    void eachCharacterTakesItsOwnTurn() {
        cafe.hear(
                cafe.saying("bo", "@Ada @Bob hello")
                        .mentioning(ADA)
                        .mentioning(BOB)
                        .heardBy(ADA, BOB));
        cafe.afterGathering();
        assertThat(cafe.steps()).extracting(Step.Think::account).containsExactly(ADA, BOB);
        assertThat(cafe.steps().getFirst().turn()).isNotEqualTo(cafe.step().turn());
    }

    @Test
    void whatIsAnsweredStandsInThePlatformsOrderWhateverTheOrderInWhichItCame() {
        Saying first = cafe.saying("bo", "hello @Ada").mentioning(ADA);
        Saying second = cafe.saying("bo", "how are you?");
        cafe.afterSeconds(0.5);
        Saying third = cafe.saying("bo", "and the cat? @Ada").mentioning(ADA);
        cafe.hear(third);
        cafe.hear(second);
        cafe.hear(first);
        cafe.afterGathering();

        assertThat(cafe.step().triggers()).containsExactly(first.id(), second.id(), third.id());
        assertThat(cafe.step().window())
                .extracting(line -> line.id())
                .containsExactly(first.id(), second.id(), third.id());
        cafe.thinks(cafe.step(), "Fine, both of us.");
        assertThat(cafe.say().replyTo()).contains(third.id());
        assertThat(cafe.say().after()).isEqualTo(third.id());
    }

    @Test
    void whatIsFetchedLateIsNotTakenForTheNewest() {
        Saying missed = cafe.saying("bo", "hello @Ada").mentioning(ADA);
        cafe.afterSeconds(60);
        Saying live = cafe.saying("cy", "@Ada?").mentioning(ADA);
        cafe.hear(live);
        cafe.hear(missed.fetchedFrom(cafe.now().minusSeconds(60)));
        cafe.afterGathering();
        cafe.thinks(cafe.step(), "Hi!");
        assertThat(cafe.step().triggers()).containsExactly(missed.id(), live.id());
        assertThat(cafe.say().replyTo()).contains(live.id());
    }
}
