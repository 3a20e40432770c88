package dev.carrier.ingest.discord;

import dev.carrier.contracts.AccountId;
import dev.carrier.runtime.gateway.Shard;
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
    static Optional<String> sentence(int code, Shard shard) {
        return Optional.ofNullable(
                switch (code) {
                    case 4004 -> refused(shard.account());
                    case 4010 ->
                            "Discord does not know %s: correct accounts.%s.shards, the same in every container."
                                    .formatted(shard, shard.account());
                    case 4011 ->
                            "%s is in too many servers for %d connection%s: set accounts.%s.shards.total to more, or to auto, and start again."
                                    .formatted(
                                            shard.account(),
                                            shard.total(),
                                            shard.isOnly() ? "" : "s",
                                            shard.account());
                    case 4012 -> "Discord no longer speaks version 10 of its API: update Carrier.";
                    case 4013 -> "Discord does not know the intents we ask for: update Carrier.";
                    case 4014 ->
                            "Discord refuses an intent of "
                                    + shard.account()
                                    + ": see Privileged Gateway Intents on the page Bot of"
                                    + " https://discord.com/developers/applications.";
                    default -> null;
                });
    }

    /** The token is not accepted. */
    static String refused(AccountId account) {
        return "Discord does not accept the token of "
                + account
                + ": reset it on the page Bot of https://discord.com/developers/applications and"
                + " set it anew.";
    }

    /** Why an account hears less than it could. */
    static String withoutContent(AccountId account) {
        return account
                + " reads only mentions of it and DMs: switch on Message Content Intent on the page"
                + " Bot of https://discord.com/developers/applications and start again.";
    }
}
