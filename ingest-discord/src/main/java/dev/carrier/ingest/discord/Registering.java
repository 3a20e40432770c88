package dev.carrier.ingest.discord;

import dev.carrier.contracts.AccountId;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells Discord which commands an account has, when it knows others. Whoever may not have commands
 * is heard and answers all the same.
 */
final class Registering {
    private static final Logger LOG = LoggerFactory.getLogger(Registering.class);

    private final AccountId account;
    private final Supplier<JDA> session;

    Registering(AccountId account, Supplier<JDA> session) {
        this.account = account;
        this.session = session;
    }

    /** Compares and registers; blocks for a request or two, and fails for nothing. */
    void register() {
        List<SlashCommandData> wanted = SlashCommands.all();
        try {
            JDA discord = session.get();
            if (same(discord.retrieveCommands().complete(), wanted)) {
                return;
            }
            discord.updateCommands().addCommands(wanted).complete();
            LOG.atInfo()
                    .addKeyValue("account", account)
                    .addKeyValue("commands", wanted.size())
                    .log("slash commands registered");
        } catch (ErrorResponseException refused) {
            LOG.atWarn()
                    .addKeyValue("account", account)
                    .addKeyValue("code", refused.getErrorCode())
                    .log("Discord does not take the slash commands; all else goes on without them");
        } catch (RuntimeException problem) {
            LOG.atWarn()
                    .addKeyValue("account", account)
                    .addKeyValue("why", problem.getClass().getSimpleName())
                    .log("slash commands could not be registered; the next session tries again");
        }
    }

    private static boolean same(List<Command> there, List<SlashCommandData> wanted) {
        return forms(there.stream().map(CommandData::fromCommand).toList()).equals(forms(wanted));
    }

    private static Set<String> forms(List<? extends CommandData> commands) {
        return commands.stream().map(Registering::form).collect(Collectors.toSet());
    }

    /** Without what Discord may fill in by itself. */
    private static String form(CommandData command) {
        DataObject data = command.toData();
        return List.of("name", "description", "options", "default_member_permissions", "contexts")
                .stream()
                .map(key -> key + "=" + data.opt(key).map(Object::toString).orElse(""))
                .collect(Collectors.joining(";"));
    }
}
