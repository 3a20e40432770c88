package dev.carrier.runtime.settings;

import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Policy.AtTheCap;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * How much a character answers and costs at most.
 *
 * @param owners people to whom no limit of turns applies
 */
public record LimitSettings(
        Turns perPerson,
        Turns perConversation,
        Spending perCharacter,
        AtTheCap atTheCap,
        List<PersonId> owners) {

    /** So many turns in a window of time. */
    public record Turns(int turns, Duration every) {}

    /** So many model calls and so much money in a window; of a day, the day of the time zone. */
    public record Spending(int calls, BigDecimal money, Duration every) {}
}
