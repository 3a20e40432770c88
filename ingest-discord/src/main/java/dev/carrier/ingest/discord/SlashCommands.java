package dev.carrier.ingest.discord;

import java.util.List;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/**
 * The commands that every account has, in servers and in its DMs.
 *
 * @see <a href="https://docs.discord.com/developers/interactions/application-commands">Application
 *     commands</a>
 */
final class SlashCommands {
    /** The only one whose answer everybody sees. */
    static final String ASK = "ask";

    private static final int LONGEST_QUESTION = 2000;
    private static final DefaultMemberPermissions MANAGERS =
            DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER);

    private SlashCommands() {}

    static List<SlashCommandData> all() {
        return List.of(
                everyone(ASK, "Asks this character something; everybody here sees the answer")
                        .addOptions(
                                new OptionData(OptionType.STRING, "text", "What you ask", true)
                                        .setMaxLength(LONGEST_QUESTION)),
                managers("pause", "Silences this character everywhere, at once"),
                managers("resume", "Lets this character speak again"),
                managers("why", "Tells why a message of this channel was answered, or was not")
                        .addOption(OptionType.STRING, "message", "The message's link or id", true),
                everyone("forget-me", "Takes away all that was remembered of you")
                        .addOption(OptionType.BOOLEAN, "confirm", "Yes, forget me", true),
                everyone("characters", "Tells which characters are here"));
    }

    private static SlashCommandData everyone(String name, String about) {
        return Commands.slash(name, about)
                .setContexts(InteractionContextType.GUILD, InteractionContextType.BOT_DM);
    }

    /** Discord hides them from others; that it may be told otherwise is why we look, too. */
    private static SlashCommandData managers(String name, String about) {
        return everyone(name, about).setDefaultPermissions(MANAGERS);
    }
}
