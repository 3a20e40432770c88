package dev.carrier.pipeline;

import static dev.carrier.pipeline.Policies.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.AuthorKind;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Line;
import dev.carrier.contracts.Policy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was missed during a downtime is judged by its age and by what followed. */
class LateTest {
    private final Talk cafe = Talk.inACafe();

    @Test
    void aMissedMentionIsAnsweredAndMarkedAsLate() {
        EventId missed = missed("bo", "@Ada when does the ferry go?", 420, true);
        cafe.afterGathering();

        assertThat(cafe.step().late()).contains(List.of(missed));
    }

    @Test
    void whatIsHeardLiveIsNotLate() {
        cafe.mention("@Ada when does the ferry go?");
        cafe.afterGathering();

        assertThat(cafe.step().late()).isEmpty();
    }

    @Test
    void whatWaitedInATopicIsAsLateAsWhatWasFetched() {
        var live = cafe.saying("bo", "@Ada hello?").mentioning(ADA);
        cafe.afterSeconds(90);
        EventId heard = cafe.hear(live);
        cafe.afterGathering();

        assertThat(cafe.step().late()).contains(List.of(heard));
    }

    @Test
    void whatIsTooOldIsRememberedAndHasItsReason() {
        EventId old = missed("bo", "@Ada hello?", 601, true);
        EventId young = missed("bo", "@Ada still there?", 599, true);
        cafe.afterGathering();

        assertThat(cafe.outcomes(old)).containsExactly("ignored(too old)");
        assertThat(cafe.step().triggers()).containsExactly(young);
        assertThat(cafe.window()).containsExactly("@Ada hello?", "@Ada still there?");
    }

    @Test
    void theTurnSeesTheTalkThatFollowed() {
        missed("bo", "@Ada when does the ferry go?", 420, true);
        missed("cy", "at nine", 400, false);
        missed("bo", "thanks!", 390, false);
        cafe.afterGathering();

        assertThat(cafe.steps()).hasSize(1);
        assertThat(cafe.step().window())
                .extracting(Line::text)
                .containsExactly("@Ada when does the ferry go?", "at nine", "thanks!");
    }

    @Test
    void silenceAfterwardsHasItsReason() {
        EventId missed = missed("bo", "@Ada when does the ferry go?", 420, true);
        EventId thanks = missed("bo", "thanks, Cy told me", 390, false);
        cafe.afterGathering();
        cafe.thinks(cafe.step(), "<silence>already settled</silence>");

        assertThat(cafe.outcomes(missed)).containsExactly("ignored(silent: already settled)");
        assertThat(cafe.outcomes(thanks)).containsExactly("ignored(silent: already settled)");
    }

    @Test
    void twoHundredMissedLinesAreOneTurnThatStillSeesItsQuestion() {
        List<EventId> all = new ArrayList<>();
        all.add(missed("bo", "@Ada when does the ferry go?", 500, true));
        for (int line = 1; line < 200; line++) {
            all.add(missed("p" + line % 20, "chat " + line, 500 - line, false));
        }
        cafe.afterGathering();

        assertThat(cafe.steps()).hasSize(1);
        assertThat(cafe.step().triggers()).containsExactly(all.getFirst());
        assertThat(cafe.step().window())
                .extracting(Line::text)
                .hasSize(31)
                .startsWith("@Ada when does the ferry go?")
                .endsWith("chat 198", "chat 199");
        cafe.thinks(cafe.step(), "At nine.");
        cafe.accepts(cafe.say());
        cafe.afterSeconds(10);
        assertThat(cafe.steps()).hasSize(1);
        assertThat(cafe.outcomes(all.getFirst())).containsExactly("replied(mention)");
        for (EventId line : all.subList(1, 200)) {
            assertThat(cafe.outcomes(line)).containsExactly("ignored(not addressed)");
        }
    }

    @Test
    void whatWasMissedIsOneTurnAlsoWhenItComesSlowly() {
        EventId first =
                cafe.hear(
                        cafe.saying("bo", "@Ada when does the ferry go?")
                                .fetchedFrom(cafe.now().minusSeconds(400))
                                .mentioning(ADA)
                                .andMoreFollows());
        cafe.afterSeconds(20);
        cafe.hear(
                cafe.saying("cy", "at nine")
                        .fetchedFrom(cafe.now().minusSeconds(390))
                        .andMoreFollows());
        cafe.afterSeconds(20);
        assertThat(cafe.steps()).isEmpty();
        cafe.hear(cafe.saying("bo", "thanks").fetchedFrom(cafe.now().minusSeconds(380)));
        cafe.afterGathering();

        assertThat(cafe.steps()).hasSize(1);
        assertThat(cafe.step().triggers()).contains(first);
        assertThat(cafe.window())
                .containsExactly("@Ada when does the ferry go?", "at nine", "thanks");
    }

    @Test
    void theLastOfWhatWasMissedEndsTheWaitWhoeverWroteIt() {
        missedWithMore();
        cafe.hear(
                cafe.saying("robot", "beep")
                        .by(AuthorKind.BOT)
                        .fetchedFrom(cafe.now().minusSeconds(380)));
        cafe.afterGathering();

        assertThat(cafe.steps()).hasSize(1);
    }

    @Test
    void moreThatNeverComesIsNotWaitedForForEver() {
        missedWithMore();
        cafe.afterSeconds(29);
        assertThat(cafe.steps()).isEmpty();
        cafe.afterSeconds(1);

        assertThat(cafe.steps()).hasSize(1);
    }

    private void missedWithMore() {
        cafe.hear(
                cafe.saying("bo", "@Ada when does the ferry go?")
                        .fetchedFrom(cafe.now().minusSeconds(400))
                        .mentioning(ADA)
                        .andMoreFollows());
    }

    @Test
    void ofTwoHundredMissedMentionsTheNewestAreOneTurnAndEachHasItsOutcome() {
        List<EventId> all = new ArrayList<>();
        for (int line = 0; line < 200; line++) {
            all.add(missed("p" + line % 20, "@Ada " + line, 500 - line, true));
        }
        cafe.afterGathering();
        cafe.thinks(cafe.step(), "One at a time!");
        cafe.accepts(cafe.say());
        cafe.afterSeconds(10);

        assertThat(cafe.steps()).hasSize(1);
        assertThat(cafe.step().triggers()).isEqualTo(all.subList(176, 200));
        for (EventId line : all.subList(0, 176)) {
            assertThat(cafe.outcomes(line)).containsExactly("ignored(too many at once)");
        }
        for (EventId line : all.subList(176, 200)) {
            assertThat(cafe.outcomes(line)).containsExactly("replied(mention)");
        }
    }

    @Test
    void whereEverythingIsAnsweredWhatIsLetGoIsNotCalledUnaddressed() {
        Talk open = Talk.in(Places.channel("7"), Policies.defaults().answer(Policy.Answer.ALWAYS));
        List<EventId> all = new ArrayList<>();
        for (int line = 0; line < 40; line++) {
            all.add(
                    open.hear(
                            open.saying("p" + line, "chat " + line)
                                    .fetchedFrom(open.now().minusSeconds(300 - line))));
        }
        open.afterGathering();

        assertThat(open.steps()).hasSize(1);
        assertThat(open.outcomes(all.getFirst())).containsExactly("ignored(too many at once)");
    }

    @Test
    void whatIsLiveAfterwardsDoesNotWaitForMore() {
        for (int line = 0; line < 60; line++) {
            missed("p" + line, "@Ada " + line, 300 - line, true);
        }
        EventId live = cafe.mention("@Ada and now?");

        assertThat(cafe.steps()).hasSize(1);
        assertThat(cafe.step().triggers()).endsWith(live);
        assertThat(cafe.step().late().orElseThrow()).doesNotContain(live);
    }

    private EventId missed(String by, String text, int secondsAgo, boolean mention) {
        var saying =
                cafe.saying(by, text).fetchedFrom(cafe.now().minus(Duration.ofSeconds(secondsAgo)));
        return cafe.hear(mention ? saying.mentioning(ADA) : saying);
    }
}
