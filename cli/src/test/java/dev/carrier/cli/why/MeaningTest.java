package dev.carrier.cli.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Outcome;
import dev.carrier.contracts.OutcomeKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each reason for a silence says to an operator what it means and where it is set otherwise. */
class MeaningTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    IGNORED | not allowed here                           | answer: never
                    IGNORED | not allowed for a role                     | for a role of who wrote it
                    IGNORED | listening                                  | answer: listen
                    IGNORED | not addressed                              | nobody called it
                    IGNORED | cooldown                                   | (cooldown)
                    IGNORED | too old                                    | policy.default.catchUp
                    IGNORED | bot                                        | bots.allow
                    IGNORED | bot: no literal mention                    | <@…>
                    IGNORED | bot: budget spent (3 in 10m)               | a person writes here starts afresh
                    IGNORED | bot: budget spent (30 in 10m) with all bots | bots.turns
                    IGNORED | bot: no person here for 5m                 | bots.withoutPeople
                    IGNORED | pairing                                    | ./carrier pair
                    IGNORED | paused                                     | ./carrier resume
                    IGNORED | may not speak here: #news was deleted (10003) | five minutes later
                    FAILED  | too late                                   | policy.default.deadline
                    FAILED  | too late: Discord's rate limit here until 2026-01-01T00:00:00Z (429) | beyond policy.default.deadline
                    FAILED  | too late: main (openai/m) cannot be reached | the next message is tried again
                    FAILED  | refused: AutoMod blocked it (200000)       | Discord did not take it
                    REPLIED | partly: #news was deleted (10003)          | did not take the rest
                    """)
    void aReasonThatIsShortIsExplained(OutcomeKind kind, String reason, String explained) {
        assertThat(meaning(kind, reason))
                .hasValueSatisfying(it -> assertThat(it).contains(explained));
    }

    @Test
    void whatSpeaksForItselfIsNotExplained() {
        assertThat(meaning(OutcomeKind.REPLIED, "mention")).isEmpty();
        assertThat(meaning(OutcomeKind.IGNORED, "deleted")).isEmpty();
        assertThat(meaning(OutcomeKind.IGNORED, "already settled")).isEmpty();
    }

    private static Optional<String> meaning(OutcomeKind kind, String reason) {
        return Meaning.of(
                new Outcome(
                        EventId.discordSaid("1"),
                        new AccountId("ada"),
                        kind,
                        reason,
                        Optional.empty()));
    }
}
