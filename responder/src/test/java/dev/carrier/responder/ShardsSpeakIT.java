package dev.carrier.responder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Ids;
import dev.carrier.contracts.Interaction;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.ResponseId;
import dev.carrier.contracts.TurnId;
import dev.carrier.responder.discord.AccountSessions;
import dev.carrier.responder.discord.DiscordSpeaks;
import dev.carrier.responder.discord.IdentifyPermit;
import dev.carrier.responder.discord.InvalidRequests;
import dev.carrier.runtime.Seal;
import dev.carrier.runtime.gateway.Shard;
import dev.carrier.runtime.gateway.Sharding;
import dev.carrier.runtime.settings.Secret;
import dev.carrier.runtime.settings.ShardSettings;
import dev.carrier.sandbox.DiscordClient;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import dev.carrier.sandbox.SeenCommand;
import dev.carrier.sandbox.SeenMessage;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An account whose servers are divided is heard in all of them, and in DMs. */
class ShardsSpeakIT {
    private static final AccountId ADA = new AccountId("ada");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final IdentifyPermit NEVER = _ -> new CountDownLatch(1).await();

    private Sandbox sandbox;
    private DiscordClient discord;
    private DiscordClient.NewBot bot;
    private String bo;

    @BeforeEach
    void aBotInTwoServers() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withIdentifyInterval(Duration.ZERO));
        discord = new SandboxClient(sandbox.base()).discord();
        bot = discord.bot("Ada");
        bo = discord.person("Bo");
    }

    @AfterEach
    void theEnd() {
        sandbox.close();
    }

    @Test
    void itSpeaksInTheServersOfEveryShardAndInDms() {
        var first = serverOf(0);
        var second = serverOf(1);
        try (var sessions = sessions(new ShardSettings("2", List.of(0)))) {
            await().atMost(PATIENCE).until(() -> sessions.troubles().isEmpty());
            says(sessions, PlaceKind.CHANNEL, first.general(), Optional.of(first.id()));
            says(sessions, PlaceKind.CHANNEL, second.general(), Optional.of(second.id()));
            says(sessions, PlaceKind.DM, discord.dm(bo, bot.id()), Optional.empty());
        }
        assertThat(discord.counted("shardIdentifies", "Ada 0/2")).isEqualTo(1);
        assertThat(discord.counted("shardIdentifies", "Ada 1/2")).isEqualTo(1);
    }

    @Test
    void itAnswersCommandsOfEveryShardAndInDmsWithoutWaitingForASession() throws Exception {
        send(
                "PUT",
                "applications/" + bot.id() + "/commands",
                "[{\"name\":\"ask\",\"description\":\"Asks\"}]");
        var places =
                List.of(serverOf(0).general(), serverOf(1).general(), discord.dm(bo, bot.id()));
        try (var sessions = sessions(new ShardSettings("2", List.of()), NEVER)) {
            for (String place : places) {
                var used = asks(place);
                assertThat(speaks(sessions).answer(address(used), "Beans.", () -> true))
                        .hasValueSatisfying(it -> assertThat(it).isInstanceOf(Spoken.Sent.class));
                assertThat(discord.command(used.id()).text()).isEqualTo("Beans.");
            }
        }
        assertThat(discord.counted("identifies", "Ada")).isZero();
    }

    @Test
    void withoutANumberItAsksDiscordHowMany() {
        discord.recommendsShards(3, 3);
        try (var sessions = sessions(ShardSettings.AUTO)) {
            await().atMost(PATIENCE).until(() -> sessions.troubles().isEmpty());
        }
        assertThat(discord.counted("identifies", "Ada")).isEqualTo(3);
    }

    private AccountSessions sessions(ShardSettings settings) {
        return sessions(settings, _ -> {});
    }

    private AccountSessions sessions(ShardSettings settings, IdentifyPermit permit) {
        return new AccountSessions(
                ADA,
                Sharding.whole(settings),
                Secret.of(bot.token()),
                sandbox.discordApi(),
                permit,
                new InvalidRequests());
    }

    private void says(
            AccountSessions sessions, PlaceKind kind, String channel, Optional<String> guild) {
        var asked = EventId.discordSaid(discord.says(bo, channel, "hello?").id());
        var place =
                new Place(
                        Place.discordConversation(channel),
                        "discord",
                        kind,
                        channel,
                        Optional.empty(),
                        Optional.empty(),
                        guild,
                        guild,
                        Optional.empty(),
                        Optional.of(new PersonId("discord:user:" + bo)));
        var say =
                new Response.Say(
                        new ResponseId(Ids.derive("r", "shards", channel)),
                        new TurnId("shards-" + channel),
                        place,
                        ADA,
                        1,
                        1,
                        "hi",
                        Optional.of(asked),
                        asked,
                        Instant.now(),
                        Instant.now().plus(PATIENCE));
        assertThat(speaks(sessions).say(say, Instant.now().plus(PATIENCE), () -> true))
                .isInstanceOf(Spoken.Sent.class);
        assertThat(discord.messages(channel)).extracting(SeenMessage::content).contains("hi");
    }

    private static DiscordSpeaks speaks(AccountSessions sessions) {
        var clock = InstantSource.system();
        return new DiscordSpeaks(sessions, sessions.commands(HTTP, clock), clock);
    }

    /** Somebody asks there, and is told that an answer comes. */
    private SeenCommand asks(String channel) throws Exception {
        var used = discord.uses(bo, channel, bot.id(), "ask", Map.of());
        send(
                "POST",
                "interactions/" + used.id() + "/" + used.token() + "/callback",
                "{\"type\":5,\"data\":{\"flags\":0}}");
        return used;
    }

    private Interaction address(SeenCommand used) {
        return new Interaction(
                bot.id(),
                new Seal(bot.token()).close(used.token()),
                Instant.now().plus(Duration.ofMinutes(15)));
    }

    private void send(String method, String path, String body) throws Exception {
        HTTP.send(
                HttpRequest.newBuilder(sandbox.discordApi().resolve(path))
                        .header("Authorization", "Bot " + bot.token())
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.discarding());
    }

    private DiscordClient.NewGuild serverOf(int shard) {
        while (true) {
            var made = discord.guild("Server", bo);
            if (Shard.of(Long.parseLong(made.id()), 2) == shard) {
                discord.joins(bot.id(), made.id());
                return made;
            }
        }
    }
}
