package dev.carrier.pipeline.provider.limits;

import dev.carrier.contracts.PersonId;
import dev.carrier.runtime.settings.LimitSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The settings' limits, as they are applied to one demand. Pure. */
record Caps(LimitSettings limits, ZoneId zone) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH);
    private static final BigDecimal MICROS = BigDecimal.valueOf(1_000_000);

    /**
     * The people whose turns are counted. No limit of turns holds where an owner is answered; money
     * is limited for owners too, as it is theirs.
     */
    List<PersonId> counted(Demand demand) {
        return turnsCount(demand) ? demand.people() : List.of();
    }

    boolean turnsCount(Demand demand) {
        return demand.turnCounts() && demand.people().stream().noneMatch(limits.owners()::contains);
    }

    Window window(Instant now) {
        return Window.of(limits.perCharacter().every(), now, zone);
    }

    long mostMicros() {
        return limits.perCharacter().money().multiply(MICROS).longValue();
    }

    Reservation.Refused refused(Reservation.Cap which, Instant until) {
        String limit =
                switch (which) {
                    case PERSON -> "limits.perPerson: " + turns(limits.perPerson());
                    case CONVERSATION ->
                            "limits.perConversation: " + turns(limits.perConversation());
                    case CALLS ->
                            "limits.perCharacter: "
                                    + limits.perCharacter().calls()
                                    + " calls in "
                                    + words(limits.perCharacter().every());
                    case MONEY ->
                            "limits.perCharacter: "
                                    + limits.perCharacter().money().toPlainString()
                                    + " in "
                                    + words(limits.perCharacter().every());
                };
        return new Reservation.Refused(
                which,
                until,
                limit + " are used up until " + TIME.format(until.atZone(zone)) + " " + zone);
    }

    private static String turns(LimitSettings.Turns turns) {
        return turns.turns() + " turns in " + words(turns.every());
    }

    private static String words(Duration every) {
        return every.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
