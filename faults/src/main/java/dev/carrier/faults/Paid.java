package dev.carrier.faults;

/**
 * What the model was paid for.
 *
 * @param calls that the model completed
 * @param steps that were decided: each needs one call
 * @param excused at most so many may have been made again, as they were in flight at a fault
 */
public record Paid(long calls, long steps, long excused) {
    /** How many calls were made again though nothing had happened to them. */
    public long tooMany() {
        return Math.max(0, calls - steps - excused);
    }

    /** In words. */
    public String words() {
        return "%d calls paid for %d steps; %d were in flight at a fault"
                .formatted(calls, steps, excused);
    }
}
