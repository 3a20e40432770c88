package dev.carrier.ingest.discord;

import net.dv8tion.jda.api.Permission;

/**
 * The address at which people invite a bot, with everything that Carrier can use and nothing more.
 * Pure.
 *
 * @see <a href="https://docs.discord.com/developers/topics/oauth2#bot-authorization-flow">Bot
 *     authorization flow</a>
 */
public final class Invite {
    /** What the README tells one may take away, and what is lost then. */
    public static final long PERMISSIONS =
            Permission.getRaw(
                    Permission.VIEW_CHANNEL,
                    Permission.MESSAGE_SEND,
                    Permission.MESSAGE_SEND_IN_THREADS,
                    Permission.MESSAGE_HISTORY,
                    Permission.MESSAGE_ADD_REACTION,
                    Permission.MESSAGE_ATTACH_FILES,
                    Permission.CREATE_PUBLIC_THREADS);

    private Invite() {}

    /**
     * The address for one application.
     *
     * @param application its id on Discord
     */
    public static String link(String application) {
        return "https://discord.com/oauth2/authorize?client_id="
                + application
                + "&scope=bot+applications.commands&permissions="
                + PERMISSIONS;
    }
}
