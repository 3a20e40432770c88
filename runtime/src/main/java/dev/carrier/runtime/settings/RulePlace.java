package dev.carrier.runtime.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where or for whom a rule holds: <code>discord:channel:112233</code>. */
final class RulePlace {
    /** From the narrowest. */
    private static final List<String> KINDS =
            List.of("thread", "channel", "category", "guild", "role");

    private static final Pattern WRITTEN =
            Pattern.compile(
                    "(?:(discord):)?(thread|channel|category|guild|server|role):(\\d{1,20})");

    private RulePlace() {}

    /** As {@code discord:kind:id}; empty when it is not written so. */
    static Optional<String> read(String written) {
        var matcher = WRITTEN.matcher(written.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String kind = matcher.group(2).equals("server") ? "guild" : matcher.group(2);
        return Optional.of("discord:" + kind + ":" + matcher.group(3));
    }

    /** The same of a place that was checked when the settings were read. */
    static String normal(String written) {
        return read(written).orElseThrow(() -> new IllegalArgumentException(written));
    }

    /** 0 for a thread up to 3 for a guild; 4 for a role. */
    static int width(String normal) {
        return KINDS.indexOf(kind(normal));
    }

    static boolean role(String normal) {
        return kind(normal).equals("role");
    }

    /** Whether a DM can be there: it is a channel of no server. */
    static boolean dm(String normal) {
        return kind(normal).equals("channel");
    }

    private static String kind(String normal) {
        return normal.split(":")[1];
    }
}
