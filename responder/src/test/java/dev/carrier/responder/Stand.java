package dev.carrier.responder;

import static org.awaitility.Awaitility.await;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.ResponseId;
import dev.carrier.contracts.Topics;
import dev.carrier.embedded.TestServers;
import dev.carrier.responder.discord.CommandAnswers;
import dev.carrier.responder.discord.DiscordSession;
import dev.carrier.responder.discord.DiscordSpeaks;
import dev.carrier.responder.discord.InvalidRequests;
import dev.carrier.sandbox.DiscordClient;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import redis.clients.jedis.RedisClient;

/** A Discord with one bot and one server, the bot's session, and a Redis. Thread-safe. */
final class Stand implements AutoCloseable {
    static final AccountId ADA = new AccountId("ada");

    private final Sandbox sandbox =
            Sandbox.start(SandboxOptions.defaults().withIdentifyInterval(Duration.ofMillis(50)));
    private final SandboxClient world = new SandboxClient(sandbox.base());
    private final RedisClient redis = RedisClient.create(TestServers.shared().redis().url());
    private final DiscordClient.NewBot bot = world.discord().bot("Ada");
    private final String bo = world.discord().person("Bo");
    private final DiscordClient.NewGuild guild = world.discord().guild("Café", bo, bot.id());
    private final DiscordSession session =
            new DiscordSession(
                    ADA,
                    bot.token(),
                    sandbox.discordApi().toString(),
                    account -> {},
                    new InvalidRequests());

    /** Returns when the bot is connected. */
    Stand() {
        await().atMost(Duration.ofSeconds(60)).until(() -> session.ready().isPresent());
    }

    SandboxClient world() {
        return world;
    }

    DiscordClient discord() {
        return world.discord();
    }

    DiscordClient.NewBot bot() {
        return bot;
    }

    DiscordClient.NewGuild guild() {
        return guild;
    }

    /** Discord's REST API. */
    URI api() {
        return sandbox.discordApi();
    }

    /** The ledger is lost, as far as it is about this response. */
    void forgetsWhatWasSent(ResponseId response) {
        redis.del("c:1:sent:{" + response + "}");
    }

    /** Who asks. */
    String bo() {
        return bo;
    }

    /** Whether the bot has a permission in a channel, as far as its session knows. */
    boolean may(String channel, long permission) {
        return session.ready()
                .map(jda -> jda.getTextChannelById(channel))
                .filter(known ->
                        known.getGuild()
                                .getSelfMember()
                                .hasPermission(known, Permission.getPermissions(permission)))
                .isPresent();
    }

    /** Whether the bot's session knows a channel now. */
    boolean knows(String channel) {
        return session.ready().map(jda -> jda.getTextChannelById(channel)).isPresent();
    }

    /** Waits until the bot's session has heard what changed. */
    void until(Predicate<JDA> heard) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> session.ready().filter(heard).isPresent());
    }

    /** A stage that has just begun: it knows what Redis and Discord know, and nothing else. */
    ResponderStage stage() {
        var commands =
                new CommandAnswers(
                        HttpClient.newHttpClient(),
                        sandbox.discordApi().toString(),
                        bot.token(),
                        InstantSource.system());
        var speaks = new DiscordSpeaks(session, commands, InstantSource.system());
        return new ResponderStage(
                Topics.RESPONSES_DISCORD,
                account -> account.equals(ADA) ? Optional.of(speaks) : Optional.empty(),
                Optional.empty(),
                new RedisLedger(redis),
                new SendMeters(new SimpleMeterRegistry(), "discord"),
                InstantSource.system());
    }

    @Override
    public void close() {
        session.close();
        redis.close();
        sandbox.close();
    }
}
