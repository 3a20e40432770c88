package dev.carrier.pipeline.provider.limits;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The stretch of time in which calls and money are counted: a day of the time zone, or so many
 * milliseconds since the epoch began.
 *
 * @param id names it, the same for every instance
 * @param end when counting begins anew
 */
record Window(String id, Instant end) {
    private static final Duration DAY = Duration.ofDays(1);

    static Window of(Duration every, Instant now, ZoneId zone) {
        if (every.equals(DAY)) {
            LocalDate today = now.atZone(zone).toLocalDate();
            return new Window(today.toString(), today.plusDays(1).atStartOfDay(zone).toInstant());
        }
        long millis = Math.max(1, every.toMillis());
        long number = Math.floorDiv(now.toEpochMilli(), millis);
        return new Window(millis + "-" + number, Instant.ofEpochMilli((number + 1) * millis));
    }
}
