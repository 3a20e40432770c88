package dev.carrier.sandbox.discord.payload;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times in Discord's form: ISO 8601 with microseconds and an offset. */
final class Times {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.UTC);

    private Times() {}

    static String of(Instant at) {
        return FORM.format(at);
    }
}
