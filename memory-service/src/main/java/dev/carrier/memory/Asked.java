package dev.carrier.memory;

import dev.carrier.contracts.Address;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.Hearing;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A question that was asked by a command is remembered like one that was asked by a mention. */
final class Asked {
    private Asked() {}

    /** The question as a message; empty for every other command. */
    static Optional<Event.Said> of(Event.Commanded command) {
        String text = command.options().getOrDefault("text", "").strip();
        if (!command.command().equals("ask") || text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Event.Said(
                        command.id(),
                        command.at(),
                        command.in(),
                        command.by(),
                        text,
                        Optional.empty(),
                        List.of(),
                        command.heardBy().stream().map(Asked::mentioned).toList()));
    }

    private static Hearing mentioned(Hearing hearing) {
        return new Hearing(
                hearing.account(),
                hearing.self(),
                new TreeSet<>(List.of(Address.MENTION)),
                hearing.owned(),
                hearing.member(),
                hearing.late());
    }
}
