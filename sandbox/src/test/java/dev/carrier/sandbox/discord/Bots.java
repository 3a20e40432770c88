package dev.carrier.sandbox.discord;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.carrier.sandbox.DiscordClient;
import dev.carrier.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import org.awaitility.Awaitility;

/** JDA, unmodified, pointed at a sandbox; and everything it heard. */
final class Bots implements AutoCloseable {
    static final Collection<GatewayIntent> HEARING =
            EnumSet.of(
                    GatewayIntent.GUILD_MESSAGES,
                    GatewayIntent.DIRECT_MESSAGES,
                    GatewayIntent.MESSAGE_CONTENT,
                    GatewayIntent.GUILD_MESSAGE_REACTIONS,
                    GatewayIntent.DIRECT_MESSAGE_REACTIONS,
                    GatewayIntent.GUILD_MESSAGE_TYPING);

    private final Sandbox sandbox;
    private final List<JDA> all = new ArrayList<>();

    Bots(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    record Running(JDA jda, List<GenericEvent> heard) {
        <E extends GenericEvent> List<E> heard(Class<E> type) {
            return heard.stream().filter(type::isInstance).map(type::cast).toList();
        }

        <E extends GenericEvent> E awaits(Class<E> type) {
            return awaits(type, 1).getFirst();
        }

        <E extends GenericEvent> List<E> awaits(Class<E> type, int count) {
            Awaitility.await().atMost(30, SECONDS).until(() -> heard(type).size() >= count);
            return heard(type);
        }
    }

    Running ready(DiscordClient.NewBot bot) throws InterruptedException {
        return ready(bot, HEARING, Compression.ZLIB);
    }

    Running ready(
            DiscordClient.NewBot bot, Collection<GatewayIntent> intents, Compression compression)
            throws InterruptedException {
        var running = starting(bot.token(), intents, compression);
        running.jda().awaitReady();
        return running;
    }

    Running starting(String token, Collection<GatewayIntent> intents, Compression compression) {
        var heard = new CopyOnWriteArrayList<GenericEvent>();
        var jda =
                JDABuilder.createLight(token, intents)
                        .setRestConfig(new RestConfig().setBaseUrl(sandbox.discordApi().toString()))
                        .setSessionController(new Nearby(sandbox.discordGateway().toString()))
                        .setCompression(compression)
                        .addEventListeners((EventListener) heard::add)
                        .build();
        all.add(jda);
        return new Running(jda, heard);
    }

    /** Plain JDA never asks {@code GET /gateway}: its session controller knows the address. */
    private static final class Nearby extends ConcurrentSessionController {
        private final String gateway;

        private Nearby(String gateway) {
            this.gateway = gateway;
        }

        @Override
        public String getGateway() {
            return gateway;
        }
    }

    @Override
    public void close() {
        all.forEach(JDA::shutdownNow);
    }
}
