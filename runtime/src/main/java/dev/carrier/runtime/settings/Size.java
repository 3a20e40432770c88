package dev.carrier.runtime.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A number of bytes, written {@code 12KB}, {@code 1MB} or {@code 512}; a KB is 1024 bytes. */
public record Size(int bytes) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,7}) ?(b|kb|mb)?");

    /** Absent when it is not written so, or does not fit. */
    static Optional<Size> parse(String text) {
        var matcher = WRITTEN.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String unit = matcher.group(2) == null ? "b" : matcher.group(2);
        long scale =
                switch (unit) {
                    case "kb" -> 1024;
                    case "mb" -> 1024 * 1024;
                    default -> 1;
                };
        long bytes = Long.parseLong(matcher.group(1)) * scale;
        return bytes > Integer.MAX_VALUE ? Optional.empty() : Optional.of(new Size((int) bytes));
    }
}
