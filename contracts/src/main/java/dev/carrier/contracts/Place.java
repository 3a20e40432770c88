package dev.carrier.contracts;

import java.util.Optional;

/**
 * Where something happens, with what policy rules look at. Ids are the platform's own.
 *
 * @param conversation the key of the topics: a channel, thread or DM
 * @param platform {@code discord}
 * @param kind what sort of place it is
 * @param channel the platform's id of the channel, thread or DM channel itself
 * @param parent a thread's channel
 * @param category the category of the channel, or of a thread's channel
 * @param guild the server; absent in a DM
 * @param guildName the server's name, for people
 * @param name the channel's or thread's name, for people; absent in a DM
 * @param partner in a DM the person at the other end
 */
public record Place(
        ConversationId conversation,
        String platform,
        PlaceKind kind,
        String channel,
        Optional<String> parent,
        Optional<String> category,
        Optional<String> guild,
        Optional<String> guildName,
        Optional<String> name,
        Optional<PersonId> partner) {

    /** The conversation of a channel, thread or DM of Discord. */
    public static ConversationId discordConversation(String channel) {
        return new ConversationId("discord:channel:" + channel);
    }
}
