package dev.carrier.sandbox.discord.world;

/** Someone who can write: a person, a bot or a webhook. */
public record User(long id, String name, Kind kind) {
    /** What kind of author this is. */
    public enum Kind {
        /** A human being. */
        PERSON,
        /** The user of an application. */
        BOT,
        /** No user at all, but a name and an id on messages. */
        WEBHOOK
    }

    /** Whether clients see the bot flag. */
    public boolean bot() {
        return kind != Kind.PERSON;
    }
}
