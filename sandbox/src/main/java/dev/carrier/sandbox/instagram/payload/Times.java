package dev.carrier.sandbox.instagram.payload;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times in Meta's form: ISO 8601 with an offset that has no colon. */
public final class Times {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx").withZone(ZoneOffset.UTC);

    private Times() {}

    /** Such as {@code 2017-08-31T19:16:02+0000}. */
    public static String of(Instant at) {
        return FORM.format(at);
    }
}
