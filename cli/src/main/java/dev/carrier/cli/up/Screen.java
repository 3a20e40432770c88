package dev.carrier.cli.up;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** The first screen and what follows on it, line by line. Thread-safe. */
public final class Screen {
    private final PrintWriter out;

    /**
     * @param out where the lines go, each at once
     */
    public Screen(PrintWriter out) {
        this.out = out;
    }

    synchronized void line(String text) {
        out.println(text);
        out.flush();
    }

    void ok(String part, String says) {
        line(" ok  %-10s %s".formatted(part, says));
    }

    void ok(String part, String says, Duration took) {
        line(" ok  %-10s %-56s %5s s".formatted(part, says, seconds(took)));
    }

    void warn(String part, String says) {
        line(" !!  %-10s %s".formatted(part, says));
    }

    void off(String part, String says) {
        line(" --  %-10s %s".formatted(part, says));
    }

    static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.1f", took.toMillis() / 1000.0);
    }
}
