package dev.carrier.contracts;

import java.util.List;

/** Every topic of Carrier. The co-partitioned ones have the same number of partitions. */
public final class Topics {
    /** What happened on a platform. */
    public static final Topic<Event> EVENTS =
            new Topic<>(
                    "carrier.events",
                    Event.class,
                    false,
                    "what happened on a platform",
                    "ingest workers",
                    "processor, memory-service");

    /** What turns ask of the outside. */
    public static final Topic<Step> STEPS =
            new Topic<>(
                    "carrier.steps",
                    Step.class,
                    false,
                    "a turn's step: its window of talk, its reason, its deadline, character and policy versions",
                    "processor",
                    "provider stage");

    /** What came back. */
    public static final Topic<Result> RESULTS =
            new Topic<>(
                    "carrier.results",
                    Result.class,
                    false,
                    "exactly one result for every step",
                    "provider stage",
                    "processor");

    /** What Discord is to be told. */
    public static final Topic<Response> RESPONSES_DISCORD =
            new Topic<>(
                    "carrier.responses.discord",
                    Response.class,
                    false,
                    "one part of a reply, a reaction, typing, a withdrawal, for Discord",
                    "processor",
                    "responder");

    /** What Instagram is to be told. */
    public static final Topic<Response> RESPONSES_INSTAGRAM =
            new Topic<>(
                    "carrier.responses.instagram",
                    Response.class,
                    false,
                    "one part of a reply, a reaction, typing, a withdrawal, a step of publishing, for Instagram",
                    "processor",
                    "responder");

    /** What the platform made of it. */
    public static final Topic<Delivery> DELIVERIES =
            new Topic<>(
                    "carrier.deliveries",
                    Delivery.class,
                    false,
                    "what the platform accepted or refused",
                    "responder",
                    "processor, memory-service");

    /** What is to be remembered or forgotten. */
    public static final Topic<Memory> MEMORIES =
            new Topic<>(
                    "carrier.memories",
                    Memory.class,
                    false,
                    "facts, summaries, forgetting",
                    "processor",
                    "memory-service");

    /** What was handled, in order, and why. */
    public static final Topic<JournalRecord> JOURNAL =
            new Topic<>(
                    "carrier.journal",
                    JournalRecord.class,
                    false,
                    "every input in the order in which it was handled, what was decided and why; snapshots",
                    "processor",
                    "replay, console");

    /** Versions of characters, policies and prices. */
    public static final Topic<SettingsVersion> SETTINGS =
            new Topic<>(
                    "carrier.settings",
                    SettingsVersion.class,
                    true,
                    "every version of a character, policy and price table, written before its first use; who is paused, who asks to be let in, who is",
                    "processor, the operator",
                    "processor, provider stage, replay");

    /** What could not be read or done. */
    public static final Topic<DeadLetter> DEAD_LETTERS =
            new Topic<>(
                    "carrier.dead-letters",
                    DeadLetter.class,
                    false,
                    "what could not be read or done, with the reason and where it came from",
                    "every worker",
                    "the operator");

    private Topics() {}

    /**
     * The topic of what a platform is to be told.
     *
     * @throws IllegalArgumentException for a platform that has none
     */
    public static Topic<Response> responses(String platform) {
        return switch (platform) {
            case "discord" -> RESPONSES_DISCORD;
            case "instagram" -> RESPONSES_INSTAGRAM;
            default -> throw new IllegalArgumentException("no platform " + platform);
        };
    }

    /** All of them, in the order in which a message meets them. */
    public static List<Topic<? extends Travels>> all() {
        return List.of(
                EVENTS,
                STEPS,
                RESULTS,
                RESPONSES_DISCORD,
                RESPONSES_INSTAGRAM,
                DELIVERIES,
                MEMORIES,
                JOURNAL,
                SETTINGS,
                DEAD_LETTERS);
    }
}
