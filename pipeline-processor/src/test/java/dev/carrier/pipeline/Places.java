package dev.carrier.pipeline;

import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.PlaceKind;
import java.util.Optional;

/** Places of tests. */
public final class Places {
    private Places() {}

    /** A channel of a server. */
    public static Place channel(String id) {
        return new Place(
                Place.discordConversation(id),
                "discord",
                PlaceKind.CHANNEL,
                id,
                Optional.empty(),
                Optional.of("5"),
                Optional.of("1"),
                Optional.of("Café"),
                Optional.of("general"),
                Optional.empty());
    }

    /** A thread of channel 7. */
    public static Place thread(String id) {
        return new Place(
                Place.discordConversation(id),
                "discord",
                PlaceKind.THREAD,
                id,
                Optional.of("7"),
                Optional.of("5"),
                Optional.of("1"),
                Optional.of("Café"),
                Optional.of("a thread"),
                Optional.empty());
    }

    /** A DM with Bo. */
    public static Place dm(String id) {
        return new Place(
                Place.discordConversation(id),
                "discord",
                PlaceKind.DM,
                id,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new PersonId("discord:user:bo")));
    }
}
