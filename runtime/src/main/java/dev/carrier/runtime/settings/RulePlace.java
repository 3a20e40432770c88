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

    /** Places of Instagram; in order of width like those of Discord to which they correspond. */
    private static final Pattern ON_INSTAGRAM =
            Pattern.compile("instagram:(comments|post|dm|account):(\\d{1,25})");

    private RulePlace() {}

    /**
     * As {@code discord:kind:id} or, of Instagram, with the kind of Discord that corresponds: a
     * post is the channel of its comments, the account their guild. Empty when it is not written
     * so.
     */
    static Optional<String> read(String written) {
        var instagram = ON_INSTAGRAM.matcher(written.strip().toLowerCase(Locale.ROOT));
        if (instagram.matches()) {
            String kind =
                    switch (instagram.group(1)) {
                        case "comments" -> "thread";
                        case "account" -> "guild";
                        default -> "channel";
                    };
            return Optional.of("instagram:" + kind + ":" + instagram.group(2));
        }
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
