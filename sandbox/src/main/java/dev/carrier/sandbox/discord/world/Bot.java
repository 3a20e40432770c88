package dev.carrier.sandbox.discord.world;

import java.util.OptionalLong;

/**
 * An application with its bot user; both have one id, as on Discord since 2016.
 *
 * @param user the bot's user
 * @param token what it logs in with
 * @param owner the person who owns the application
 * @param privileged whether its privileged intents (members, presences, message content) are
 *     switched on
 */
public record Bot(User user, String token, OptionalLong owner, boolean privileged) {
    /** The id of user and application. */
    public long id() {
        return user.id();
    }
}
