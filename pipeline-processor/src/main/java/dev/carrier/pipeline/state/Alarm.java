package dev.carrier.pipeline.state;

import java.time.Instant;

/**
 * Something that a conversation wants to be woken for.
 *
 * @param id what for; one alarm of an id at a time
 * @param generation the entry that set it, so that an older one of the same id is told apart
 * @param due not before this time
 */
public record Alarm(String id, long generation, Instant due) {
    /** When gathering ends. */
    public static final String GATHERED = "gathered";

    /** When a conversation in which nothing happens is let go. */
    public static final String IDLE = "idle";

    /** When the turn of this account is too late. */
    static final String DEADLINE = "deadline:";

    /** When a deferred step of this account is asked again. */
    static final String AGAIN = "again:";

    /** When no word came of what was withdrawn. */
    static final String NO_WORD = "no word:";

    /** When no word came of the command of this turn. */
    static final String COMMAND = "command:";

    /** When no word came of the order of this turn. */
    static final String ERRAND = "errand:";

    /** When publishing goes on. */
    static final String PUBLISHING = "publishing";

    /** When no word came of the step of publishing that is being done. */
    static final String STEP = "publishing step";
}
