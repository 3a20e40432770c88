package dev.carrier.cli.why;

import dev.carrier.contracts.Author;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Hearing;
import dev.carrier.contracts.Place;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What all kinds of events have in common, as far as they have it. */
final class Events {
    private Events() {}

    static Optional<EventId> id(Event event) {
        return switch (event) {
            case Event.Said said -> Optional.of(said.id());
            case Event.Edited edited -> Optional.of(edited.id());
            case Event.Deleted deleted -> Optional.of(deleted.id());
            case Event.Reacted reacted -> Optional.of(reacted.id());
            case Event.Typed typed -> Optional.of(typed.id());
            case Event.Commanded command -> Optional.of(command.id());
            case Event.Read read -> Optional.of(read.id());
            case Event.PostOrdered order -> Optional.of(order.id());
            case Event.SayOrdered order -> Optional.of(order.id());
            case Event.ModerationOrdered order -> Optional.of(order.id());
            case Event.Unknown _ -> Optional.empty();
        };
    }

    static Optional<Place> in(Event event) {
        return switch (event) {
            case Event.Said said -> Optional.of(said.in());
            case Event.Edited edited -> Optional.of(edited.in());
            case Event.Deleted deleted -> Optional.of(deleted.in());
            case Event.Reacted reacted -> Optional.of(reacted.in());
            case Event.Typed typed -> Optional.of(typed.in());
            case Event.Commanded command -> Optional.of(command.in());
            case Event.Read read -> Optional.of(read.in());
            case Event.PostOrdered order -> Optional.of(order.in());
            case Event.SayOrdered order -> Optional.of(order.in());
            case Event.ModerationOrdered order -> Optional.of(order.in());
            case Event.Unknown _ -> Optional.empty();
        };
    }

    static Optional<Author> by(Event event) {
        return switch (event) {
            case Event.Said said -> Optional.of(said.by());
            case Event.Edited edited -> Optional.of(edited.by());
            case Event.Reacted reacted -> Optional.of(reacted.by());
            case Event.Typed typed -> Optional.of(typed.by());
            case Event.Commanded command -> Optional.of(command.by());
            case Event.Read read -> Optional.of(read.by());
            case Event.Deleted _,
                    Event.PostOrdered _,
                    Event.SayOrdered _,
                    Event.ModerationOrdered _,
                    Event.Unknown _ ->
                    Optional.empty();
        };
    }

    static Instant at(Event event) {
        return switch (event) {
            case Event.Said said -> said.at();
            case Event.Edited edited -> edited.at();
            case Event.Deleted deleted -> deleted.at();
            case Event.Reacted reacted -> reacted.at();
            case Event.Typed typed -> typed.at();
            case Event.Commanded command -> command.at();
            case Event.Read read -> read.at();
            case Event.PostOrdered order -> order.at();
            case Event.SayOrdered order -> order.at();
            case Event.ModerationOrdered order -> order.at();
            case Event.Unknown _ -> Instant.EPOCH;
        };
    }

    static List<Hearing> heardBy(Event event) {
        return switch (event) {
            case Event.Said said -> said.heardBy();
            case Event.Edited edited -> edited.heardBy();
            case Event.Deleted deleted -> deleted.heardBy();
            case Event.Reacted reacted -> reacted.heardBy();
            case Event.Typed typed -> typed.heardBy();
            case Event.Commanded command -> command.heardBy();
            case Event.Read read -> read.heardBy();
            case Event.PostOrdered order -> order.heardBy();
            case Event.SayOrdered order -> order.heardBy();
            case Event.ModerationOrdered order -> order.heardBy();
            case Event.Unknown _ -> List.of();
        };
    }

    /** In a word or two, for people. */
    static String what(Event event) {
        return switch (event) {
            case Event.Said _ -> "said";
            case Event.Edited _ -> "edited";
            case Event.Deleted _ -> "deleted";
            case Event.Reacted reacted ->
                    (reacted.added() ? "reacted with " : "took back ") + reacted.emoji();
            case Event.Typed _ -> "typed";
            case Event.Commanded command -> "used /" + command.command();
            case Event.Read _ -> "read";
            case Event.PostOrdered order ->
                    "ordered: publish "
                            + order.post().kind().name().toLowerCase(Locale.ROOT)
                            + " of "
                            + order.post().items().size();
            case Event.SayOrdered order ->
                    order.privately() ? "ordered: say privately" : "ordered: say";
            case Event.ModerationOrdered order ->
                    "ordered: " + order.what().name().toLowerCase(Locale.ROOT);
            case Event.Unknown unknown -> unknown.type();
        };
    }

    /** The words that came with it. */
    static Optional<String> text(Event event) {
        return switch (event) {
            case Event.Said said -> Optional.of(said.text());
            case Event.Edited edited -> Optional.of(edited.text());
            case Event.Commanded command -> Optional.ofNullable(command.options().get("text"));
            case Event.SayOrdered order -> Optional.of(order.text());
            case Event.PostOrdered order -> order.post().caption();
            case Event.Deleted _,
                    Event.Reacted _,
                    Event.Typed _,
                    Event.Read _,
                    Event.ModerationOrdered _,
                    Event.Unknown _ ->
                    Optional.empty();
        };
    }
}
