package dev.carrier.pipeline.provider.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.PlaceKind;
import dev.carrier.contracts.PromptMessage;
import dev.carrier.contracts.Recollection;
import dev.carrier.contracts.Step;
import dev.carrier.pipeline.character.Character;
import dev.carrier.pipeline.character.TestCharacters;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A character that was away is told so, with what it missed. */
class MissedTest {
    private final Character ada = TestCharacters.load("v0").character();

    @Test
    void theTalkThatFollowedIsShownAndSilenceIsOffered() {
        List<PromptMessage> prompt =
                compose(
                        new Turn()
                                .hears("Bo", "Ada, when does the ferry go?")
                                .mustAnswerLate()
                                .hearsInReply("Cy", "at nine, from pier two", 1)
                                .hears("Bo", "thanks!")
                                .at(Turn.NOW.plus(Duration.ofMinutes(6)))
                                .asks());

        assertThat(prompt.getFirst().text())
                .contains(
                        """
                        You were away: what Bo wrote is from 7 minutes ago, and you see it only now.
                        Since then Cy and Bo wrote 2 messages, which stand after it: read them first.
                        Cy has replied to it already.
                        Answer only what still wants an answer from you. If it is settled, or the\
                         moment has passed, stay silent and say so as your reason.\
                        """)
                .contains("<silence>reason</silence>");
        assertThat(prompt.getLast().text())
                .isEqualTo(
                        """
                        Bo: Ada, when does the ferry go?
                        Cy (replying to Bo): at nine, from pier two
                        Bo: thanks!\
                        """);
    }

    @Test
    void whoIsAloneIsNotTalkedOutOfAnAnswer() {
        String told =
                compose(
                                new Turn()
                                        .in(PlaceKind.DM)
                                        .hears("Bo", "are you there?")
                                        .mustAnswerLate()
                                        .at(Turn.NOW.plus(Duration.ofHours(2)))
                                        .asks())
                        .getFirst()
                        .text();

        assertThat(told).contains("from 2 hours ago", "Nobody else has written since.");
        assertThat(told).doesNotContain("still wants an answer");
    }

    @Test
    void aCrowdIsCountedAndNotNamed() {
        var turn = new Turn().hears("Bo", "Ada?").mustAnswerLate();
        List.of("Cy", "Dee", "Eve", "Flo").forEach(name -> turn.hears(name, "hm"));

        assertThat(compose(turn.at(Turn.NOW.plusSeconds(60)).asks()).getFirst().text())
                .contains("Since then 4 people wrote 4 messages");
    }

    @Test
    void aMomentAgoIsNoAbsence() {
        Step.Think step =
                new Turn()
                        .hears("Bo", "Ada?")
                        .mustAnswerLate()
                        .at(Turn.NOW.minusSeconds(60))
                        .asks();

        assertThat(compose(step).getFirst().text()).doesNotContain("You were away");
    }

    @Test
    void whatIsHeardInTimeIsNoAbsenceHoweverLongItTakes() {
        Step.Think step =
                new Turn()
                        .hears("Bo", "Ada?")
                        .mustAnswer()
                        .at(Turn.NOW.plus(Duration.ofMinutes(9)))
                        .asks();

        assertThat(compose(step).getFirst().text()).doesNotContain("You were away");
    }

    @Test
    void theSmallQuestionIsToldToo() {
        Step.Think step =
                new Turn()
                        .hears("Bo", "anyone?")
                        .mustAnswerLate()
                        .judging()
                        .at(Turn.NOW.plus(Duration.ofMinutes(6)))
                        .asks();

        assertThat(compose(step).getFirst().text())
                .contains("was away, and this is up to 7 minutes old. IGNORE what is settled");
    }

    private List<PromptMessage> compose(Step.Think step) {
        return PromptComposer.compose(
                ada,
                step,
                Recollection.none("ok"),
                PromptBudget.standard(ZoneId.of("Europe/Lisbon")));
    }
}
