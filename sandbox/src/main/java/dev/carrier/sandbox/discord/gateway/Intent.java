package dev.carrier.sandbox.discord.gateway;

/**
 * What a session wants to hear of.
 *
 * @see <a href="https://docs.discord.com/developers/events/gateway#gateway-intents">Gateway
 *     intents</a>
 */
enum Intent {
    GUILDS(0),
    GUILD_MEMBERS(1),
    GUILD_PRESENCES(8),
    GUILD_MESSAGES(9),
    GUILD_MESSAGE_REACTIONS(10),
    GUILD_MESSAGE_TYPING(11),
    DIRECT_MESSAGES(12),
    DIRECT_MESSAGE_REACTIONS(13),
    DIRECT_MESSAGE_TYPING(14),
    MESSAGE_CONTENT(15);

    /** All bits that mean something, those included that nothing here is sent for. */
    private static final long KNOWN = 0x1FFFFL | 1L << 20 | 1L << 21 | 1L << 24 | 1L << 25;

    private final long bit;

    Intent(int bit) {
        this.bit = 1L << bit;
    }

    boolean in(long intents) {
        return (intents & bit) != 0;
    }

    static boolean valid(long intents) {
        return (intents & ~KNOWN) == 0;
    }

    static boolean privileged(long intents) {
        return GUILD_MEMBERS.in(intents)
                || GUILD_PRESENCES.in(intents)
                || MESSAGE_CONTENT.in(intents);
    }
}
