package dev.carrier.sandbox.discord.world;

/**
 * The permissions that the sandbox looks at.
 *
 * @see <a href="https://docs.discord.com/developers/topics/permissions">Permissions</a>
 */
public enum Permission {
    /** Everything. */
    ADMINISTRATOR(3),
    /** Edit channels. */
    MANAGE_CHANNELS(4),
    /** Add a reaction that is not there yet. */
    ADD_REACTIONS(6),
    /** See a channel. */
    VIEW_CHANNEL(10),
    /** Write in a channel. */
    SEND_MESSAGES(11),
    /** Delete others' messages. */
    MANAGE_MESSAGES(13),
    /** Embeds in one's messages. */
    EMBED_LINKS(14),
    /** Upload files. */
    ATTACH_FILES(15),
    /** Read what was written before. */
    READ_MESSAGE_HISTORY(16),
    /** Ping everyone. */
    MENTION_EVERYONE(17),
    /** Edit threads. */
    MANAGE_THREADS(34),
    /** Begin public threads. */
    CREATE_PUBLIC_THREADS(35),
    /** Write in threads. */
    SEND_MESSAGES_IN_THREADS(38);

    /** What everyone may do in a new guild. */
    static final long EVERYONE =
            ADD_REACTIONS.bits
                    | VIEW_CHANNEL.bits
                    | SEND_MESSAGES.bits
                    | EMBED_LINKS.bits
                    | ATTACH_FILES.bits
                    | READ_MESSAGE_HISTORY.bits
                    | MENTION_EVERYONE.bits
                    | CREATE_PUBLIC_THREADS.bits
                    | SEND_MESSAGES_IN_THREADS.bits;

    private final long bits;

    Permission(int bit) {
        this.bits = 1L << bit;
    }

    /** Its bit. */
    public long bits() {
        return bits;
    }
}
