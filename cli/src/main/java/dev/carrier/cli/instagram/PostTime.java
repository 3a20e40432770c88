package dev.carrier.cli.instagram;

import dev.carrier.runtime.SetupProblem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;

/**
 * A time as people write it: {@code 18:00} (the next one), {@code 2026-12-24T18:00}, the same with
 * an offset, {@code +2h}. Pure.
 */
final class PostTime {
    private PostTime() {}

    /**
     * What it means.
     *
     * @param zone of what is written without an offset
     * @throws SetupProblem when it means nothing, or is over
     */
    static Instant parse(String text, Instant now, ZoneId zone) {
        Instant time = read(text.strip(), now, zone);
        if (time.isBefore(now)) {
            throw new SetupProblem(
                    "--at " + text + " is over", "give a time that is still to come");
        }
        return time;
    }

    private static Instant read(String text, Instant now, ZoneId zone) {
        try {
            if (text.startsWith("+")) {
                return now.plus(Duration.parse("PT" + text.substring(1).toUpperCase(Locale.ROOT)));
            }
            String whole = text.replace(' ', 'T');
            if (!whole.contains("T")) {
                return next(LocalTime.parse(whole), now.atZone(zone));
            }
            return whole.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                    ? OffsetDateTime.parse(whole).toInstant()
                    : LocalDateTime.parse(whole).atZone(zone).toInstant();
        } catch (DateTimeException problem) {
            throw new SetupProblem(
                    "--at " + text + " is no time",
                    "write it like 18:00, 2026-12-24T18:00 or +2h (the time zone is " + zone + ")");
        }
    }

    private static Instant next(LocalTime time, ZonedDateTime now) {
        ZonedDateTime today = now.with(time);
        return (today.isBefore(now) ? today.plusDays(1) : today).toInstant();
    }
}
