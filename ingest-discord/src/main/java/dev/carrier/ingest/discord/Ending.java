package dev.carrier.ingest.discord;

import java.util.Optional;
import net.dv8tion.jda.api.requests.CloseCode;

/**
 * What is to be done when Discord ends a session for good: <a
 * href="https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes">close
 * codes</a> after which connecting again is of no use. Pure.
 */
final class Ending {
    /** Close code: an intent that the application may not have. */
    static final int INTENT_NOT_ALLOWED = CloseCode.DISALLOWED_INTENTS.getCode();

    private Ending() {}

    /** What to fix, in a sentence; empty when connecting again may help. */
    static Optional<String> sentence(int code, DiscordAccount account) {
        return Optional.ofNullable(
                switch (code) {
                    case 4004 -> refused(account);
                    case 4010, 4011 ->
                            account.id()
                                    + " is in too many servers for one connection, and sharding"
                                    + " is not there yet: take the bot out of some of them.";
                    case 4012 -> "Discord no longer speaks version 10 of its API: update Carrier.";
                    case 4013 -> "Discord does not know the intents we ask for: update Carrier.";
                    case 4014 ->
                            "Discord refuses an intent of "
                                    + account.id()
                                    + ": see Privileged Gateway Intents on the page Bot of"
                                    + " https://discord.com/developers/applications.";
                    default -> null;
                });
    }

    /** The token is not accepted. */
    static String refused(DiscordAccount account) {
        return "Discord does not accept the token of "
                + account.id()
                + ": reset it on the page Bot of https://discord.com/developers/applications and"
                + " set it anew.";
    }

    /** Why an account hears less than it could. */
    static String withoutContent(DiscordAccount account) {
        return account.id()
                + " reads only mentions of it and DMs: switch on Message Content Intent on the page"
                + " Bot of https://discord.com/developers/applications and start again.";
    }
}
