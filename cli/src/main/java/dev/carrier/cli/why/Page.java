package dev.carrier.cli.why;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Lines of text with a margin. Not thread-safe. */
final class Page {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    private final PrintWriter out;
    private final ZoneId zone;

    Page(PrintWriter out, ZoneId zone) {
        this.out = out;
        this.zone = zone;
    }

    void line(String text) {
        out.println(clean(text));
    }

    void blank() {
        out.println();
    }

    /** {@code word text}; a text of several lines is indented under its first. */
    void row(String word, String text) {
        String[] lines = text.split("\\R", -1);
        out.println(clean("  %-10s %s".formatted(word, lines[0])).stripTrailing());
        for (int i = 1; i < lines.length; i++) {
            out.println(clean("%13s%s".formatted("", lines[i])).stripTrailing());
        }
    }

    /** A day and a time, in the zone of the settings. */
    String day(Instant at) {
        return DAY.format(at.atZone(zone)) + " " + zone.getId();
    }

    /** A time of the day. */
    String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    static String seconds(Duration span) {
        return String.format(Locale.ROOT, "%.2f s", span.toMillis() / 1000.0);
    }

    static String seconds(long millis) {
        return seconds(Duration.ofMillis(millis));
    }

    /** What people wrote must not steer the terminal: control characters are shown as blanks. */
    private static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\t]]", " ");
    }
}
