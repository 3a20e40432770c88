package dev.carrier.runtime.settings;

/** How workers log. */
public record LogSettings(Format format, Level level, People people) {
    /** Lines for people, or an object a line. */
    public enum Format {
        TEXT,
        JSON
    }

    /** What is worth a line. */
    public enum Level {
        TRACE,
        DEBUG,
        INFO,
        WARN,
        ERROR
    }

    /** Whether people's ids may be in the log; what they wrote never is. */
    public enum People {
        HIDDEN,
        SHOWN
    }
}
