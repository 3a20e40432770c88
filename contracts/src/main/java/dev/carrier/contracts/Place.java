package dev.carrier.contracts;

import java.util.Optional;

/**
 * Where something happens, with what policy rules look at. Ids are the platform's own.
 *
 * @param conversation the key of the topics: a channel, thread, DM, a comment with those below it,
 *     an account's publishing
 * @param platform {@code discord} or {@code instagram}
 * @param kind what sort of place it is
 * @param channel the platform's id of the channel, thread or DM channel itself; on Instagram of the
 *     first comment, of the person of a DM, or of the account that publishes
 * @param parent a thread's channel, the post of comments
 * @param category the category of the channel, or of a thread's channel
 * @param guild the server; absent in a DM. Of comments the account whose post it is
 * @param guildName the server's name, or that account's, for people
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

    /** The conversation between an account of Instagram and a person, by their ids. */
    public static ConversationId instagramDm(String account, String person) {
        return new ConversationId("instagram:dm:" + account + ":" + person);
    }

    /** The conversation of a comment on Instagram and of those below it. */
    public static ConversationId instagramComments(String root) {
        return new ConversationId("instagram:comments:" + root);
    }

    /** The conversation of what an account of Instagram publishes. */
    public static ConversationId instagramPublishing(String account) {
        return new ConversationId("instagram:publishing:" + account);
    }
}
