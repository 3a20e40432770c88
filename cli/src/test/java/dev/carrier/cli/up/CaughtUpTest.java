package dev.carrier.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Author;
import dev.carrier.contracts.AuthorKind;
import dev.carrier.contracts.CharacterHash;
import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Hearing;
import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.Outcome;
import dev.carrier.contracts.OutcomeKind;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.contracts.PolicyHash;
import dev.carrier.contracts.Purpose;
import dev.carrier.contracts.Step;
import dev.carrier.contracts.StepId;
import dev.carrier.contracts.TurnId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The line of the first screen that says what became of what was missed. */
class CaughtUpTest {
    private static final AccountId ADA = new AccountId("ada");
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    private final CaughtUp missed = new CaughtUp();

    @Test
    void itSaysWhatWasDecidedOfWhatWasMissed() {
        hear(1, 14);
        asked(Purpose.REPLY, 1);
        ended("too old", 2, 3);
        ended("not addressed", 4, 14);

        assertThat(missed.knows(ADA, 14)).isTrue();
        assertThat(missed.sentence(ADA))
                .isEqualTo("14 heard, 1 answering, 2 too old, 11 not addressed");
    }

    @Test
    void whatIsStillGatheredIsNotKnownYet() {
        hear(1, 3);
        ended("not addressed", 1, 1);

        assertThat(missed.knows(ADA, 3)).isFalse();
        assertThat(missed.sentence(ADA)).isEqualTo("3 heard, 1 not addressed, 2 not decided yet");
    }

    @Test
    void whatDidNotArriveYetIsNotKnownEither() {
        hear(1, 2);
        ended("not addressed", 1, 2);

        assertThat(missed.knows(ADA, 3)).isFalse();
        assertThat(missed.knows(ADA, 2)).isTrue();
    }

    @Test
    void whetherToAnswerAtAllIsNoAnswerYet() {
        hear(1, 1);
        asked(Purpose.JUDGE, 1);

        assertThat(missed.knows(ADA, 1)).isFalse();
    }

    @Test
    void whatHasEndedByThenIsToldAsItEnded() {
        hear(1, 4);
        asked(Purpose.REPLY, 4);
        end(OutcomeKind.REPLIED, "mention", 1);
        end(OutcomeKind.IGNORED, "silent: already settled", 2);
        end(OutcomeKind.FAILED, "too late", 3);

        assertThat(missed.sentence(ADA))
                .isEqualTo("4 heard, 1 answering, 1 answered, 1 failed, 1 silent");
    }

    @Test
    void whatIsHeardLiveMeanwhileIsNotCounted() {
        hear(1, 1);
        missed.heard(said(2, false));
        ended("not addressed", 1, 2);

        assertThat(missed.sentence(ADA)).isEqualTo("1 heard, 1 not addressed");
    }

    private void hear(int from, int to) {
        for (int number = from; number <= to; number++) {
            missed.heard(said(number, true));
        }
    }

    private void ended(String reason, int from, int to) {
        for (int number = from; number <= to; number++) {
            end(OutcomeKind.IGNORED, reason, number);
        }
    }

    private void end(OutcomeKind kind, String reason, int number) {
        missed.decided(
                new JournalRecord.Entry(
                        new ConversationId("discord:channel:7"),
                        number,
                        AT,
                        new JournalRecord.Input("heard", Optional.empty(), Optional.empty(), "ab"),
                        new PolicyHash("p"),
                        "test",
                        List.of(),
                        List.of(new Outcome(id(number), ADA, kind, reason, Optional.empty())),
                        reason,
                        "cd"));
    }

    private void asked(Purpose purpose, int number) {
        missed.asked(
                new Step.Think(
                        new StepId("s-" + number),
                        new TurnId("t-" + number),
                        place(),
                        ADA,
                        new CharacterHash("c"),
                        new PolicyHash("p"),
                        "main",
                        purpose,
                        List.of(),
                        List.of(id(number)),
                        List.of(),
                        Optional.empty(),
                        "mention",
                        AT,
                        AT.plusSeconds(120),
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static Event.Said said(int number, boolean late) {
        return new Event.Said(
                id(number),
                AT,
                place(),
                new Author(new PersonId("discord:user:9"), "Bo", AuthorKind.PERSON, List.of()),
                "hello",
                Optional.empty(),
                List.of(),
                List.of(new Hearing(ADA, false, new TreeSet<>(), true, true, late)));
    }

    private static EventId id(int number) {
        return EventId.discordSaid(Integer.toString(number));
    }

    private static Place place() {
        return new Place(
                Place.discordConversation("7"),
                "discord",
                PlaceKind.CHANNEL,
                "7",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
