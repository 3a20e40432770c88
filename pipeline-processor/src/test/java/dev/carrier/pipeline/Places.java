package dev.carrier.pipeline;

import dev.carrier.contracts.ConversationId;
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

    /** A DM of Instagram with Bo. */
    public static Place inbox() {
        return onInstagram(
                Place.instagramDm("15", "9"),
                PlaceKind.DM,
                "9",
                Optional.empty(),
                Optional.of(new PersonId("instagram:user:bo")));
    }

    /** The comments under a comment of a post of our account. */
    public static Place comments() {
        return onInstagram(
                Place.instagramComments("17"),
                PlaceKind.COMMENTS,
                "17",
                Optional.of("16"),
                Optional.empty());
    }

    /** What our account publishes. */
    public static Place publishing() {
        return onInstagram(
                Place.instagramPublishing("15"),
                PlaceKind.PUBLISHING,
                "15",
                Optional.empty(),
                Optional.empty());
    }

    private static Place onInstagram(
            ConversationId in,
            PlaceKind kind,
            String channel,
            Optional<String> post,
            Optional<PersonId> partner) {
        return new Place(
                in,
                "instagram",
                kind,
                channel,
                post,
                Optional.empty(),
                kind == PlaceKind.DM ? Optional.empty() : Optional.of("15"),
                kind == PlaceKind.DM ? Optional.empty() : Optional.of("ada.keeps.bees"),
                Optional.empty(),
                partner);
    }
}
