package dev.carrier.sandbox.discord.world;

import java.util.List;

/** Something that changed in the world, told to its listeners in order. */
public sealed interface Happening {
    /** A message was written. */
    record Written(Message message) implements Happening {}

    /** A message was edited. */
    record Edited(Message message) implements Happening {}

    /** Messages were deleted; more than one by a bulk delete. */
    record Deleted(Channel channel, List<Message> messages, boolean bulk) implements Happening {}

    /** A reaction was put on a message. */
    record Reacted(Message message, User user, String emoji) implements Happening {}

    /** A reaction was taken off a message. */
    record Unreacted(Message message, User user, String emoji) implements Happening {}

    /** Someone types. */
    record Typed(Channel channel, User user) implements Happening {}

    /** A channel or thread is new. */
    record Opened(Channel channel) implements Happening {}

    /** A channel or thread changed. */
    record Changed(Channel channel) implements Happening {}

    /** A channel or thread is gone. */
    record Closed(Channel channel) implements Happening {}

    /** Someone joined a guild; for a bot itself that is a new guild. */
    record Joined(Guild guild, Member member) implements Happening {}

    /** A guild has a new role. */
    record RoleMade(Guild guild, Role role) implements Happening {}

    /** A member of a guild was timed out or is so no more, or has other roles. */
    record MemberChanged(Guild guild, Member member) implements Happening {}

    /** Someone left a guild. */
    record Left(Guild guild, Member member) implements Happening {}

    /** A guild is out of order, or there again. */
    record Outage(Guild guild) implements Happening {}

    /** Somebody used a command. */
    record Used(Interaction interaction) implements Happening {}

    /** A person or a bot is new. */
    record Born(User user) implements Happening {}
}
