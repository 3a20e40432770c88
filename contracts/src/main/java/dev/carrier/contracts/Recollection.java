package dev.carrier.contracts;

import java.util.List;
import java.util.Optional;

/**
 * What memory-service gives for a turn.
 *
 * @param earlier talk older than the step's window, oldest first
 * @param facts what is known of the people in it
 * @param lore what the character knows that fits the talk
 * @param highWater the newest event that memory had taken in when it answered
 * @param note {@code ok}, or why it is less than all: {@code behind}, {@code down}, {@code late}
 */
public record Recollection(
        List<Line> earlier,
        List<String> facts,
        List<String> lore,
        Optional<EventId> highWater,
        String note) {
    public Recollection {
        earlier = earlier == null ? List.of() : List.copyOf(earlier);
        facts = facts == null ? List.of() : List.copyOf(facts);
        lore = lore == null ? List.of() : List.copyOf(lore);
    }

    /** Nothing was recalled, for this reason. */
    public static Recollection none(String note) {
        return new Recollection(List.of(), List.of(), List.of(), Optional.empty(), note);
    }
}
