package dev.carrier.ingest.discord;

import dev.carrier.runtime.SharedThreads;
import dev.carrier.runtime.gateway.Pace;
import dev.carrier.runtime.gateway.Shard;
import java.util.EnumSet;
import java.util.Set;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import okhttp3.OkHttpClient;

/** How JDA is set up to listen: few intents, no members in memory. */
final class Connecting {
    private static final Set<GatewayIntent> INTENTS =
            EnumSet.of(
                    GatewayIntent.GUILD_MESSAGES,
                    GatewayIntent.GUILD_MESSAGE_REACTIONS,
                    GatewayIntent.GUILD_MESSAGE_TYPING,
                    GatewayIntent.DIRECT_MESSAGES,
                    GatewayIntent.DIRECT_MESSAGE_REACTIONS,
                    GatewayIntent.DIRECT_MESSAGE_TYPING);

    private final DiscordAccount account;
    private final Shard shard;
    private final IngestOptions options;
    private final IdentifyTurn turn;
    private final Pace pace;

    /**
     * @param pace of the account
     */
    Connecting(
            DiscordAccount account,
            Shard shard,
            IngestOptions options,
            IdentifyTurn turn,
            Pace pace) {
        this.account = account;
        this.shard = shard;
        this.options = options;
        this.turn = turn;
        this.pace = pace;
    }

    /**
     * Logs in, which blocks for one request, and begins to connect.
     *
     * @param content with the privileged intent for the text of messages
     * @throws RuntimeException when Discord does not answer, or does not accept the token
     */
    JDA connect(boolean content, EventListener listener) {
        var intents = EnumSet.copyOf(INTENTS);
        if (content) {
            intents.add(GatewayIntent.MESSAGE_CONTENT);
        }
        var builder =
                JDABuilder.createLight(account.token().value(), intents)
                        .setRestConfig(new RestConfig().setBaseUrl(options.discordUrl().toString()))
                        .setSessionController(new SessionStarts(shard, options, turn))
                        .setHttpClientBuilder(
                                new OkHttpClient.Builder().addInterceptor(new Paced(pace)))
                        .setEnableShutdownHook(false)
                        .setGatewayPool(SharedThreads.timers())
                        .setRateLimitScheduler(SharedThreads.timers())
                        .setRateLimitElastic(SharedThreads.calls())
                        .setMaxReconnectDelay(32)
                        .setRawEventsEnabled(true)
                        .addEventListeners(listener);
        if (!shard.isOnly()) {
            builder.useSharding(shard.id(), shard.total());
        }
        return builder.build();
    }
}
