package dev.carrier.cli.run;

import java.time.Duration;

/** Hears of the parts of a start as they stand. Called on the starting thread. */
@FunctionalInterface
public interface Progress {
    /** Nobody listens. */
    Progress QUIET = (part, says, took) -> {};

    /**
     * A part stands.
     *
     * @param part such as {@code kafka}
     * @param says where and what it is, for people
     * @param took since its start began
     */
    void stands(String part, String says, Duration took);
}
