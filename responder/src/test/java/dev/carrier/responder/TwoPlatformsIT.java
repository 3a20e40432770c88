package dev.carrier.responder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Ids;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.ResponseId;
import dev.carrier.contracts.Topic;
import dev.carrier.contracts.Topics;
import dev.carrier.contracts.TurnId;
import dev.carrier.embedded.TestServers;
import dev.carrier.instagram.GraphClient;
import dev.carrier.instagram.pace.SharedPace;
import dev.carrier.responder.discord.AccountSessions;
import dev.carrier.responder.discord.InvalidRequests;
import dev.carrier.runtime.gateway.Sharding;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.Records;
import dev.carrier.runtime.kafka.TopicReader;
import dev.carrier.runtime.kafka.TopicSetup;
import dev.carrier.runtime.redis.Redis;
import dev.carrier.runtime.settings.Secret;
import dev.carrier.runtime.settings.ShardSettings;
import dev.carrier.runtime.trace.Traces;
import dev.carrier.sandbox.DiscordClient;
import dev.carrier.sandbox.InstagramClient;
import dev.carrier.sandbox.OrdersClient;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** One responder, two platforms, real Kafka: what is stuck on one does not hold up the other. */
class TwoPlatformsIT {
    private static final AccountId ADA = new AccountId("ada");
    private static final AccountId ADA_IG = new AccountId("ada-ig");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @AutoClose
    private final Sandbox sandbox =
            Sandbox.start(SandboxOptions.defaults().withIdentifyInterval(Duration.ZERO));

    @AutoClose private final Redis redis = new Redis(TestServers.shared().where().redis());
    @AutoClose private final HttpClient http = GraphClient.http();
    private final SandboxClient world = new SandboxClient(sandbox.base());
    private final DiscordClient discord = world.discord();
    private final InstagramClient instagram = world.instagram();
    private final KafkaClients kafka =
            new KafkaClients(TestServers.shared().where().kafka(), Map.of());
    private final InstagramClient.NewAccount account = instagram.account("ada");
    private final String friend = instagram.person("bo");

    @Test
    void aStuckInstagramDoesNotHoldUpDiscord() throws Exception {
        try (var admin = kafka.admin("two-platforms")) {
            TopicSetup.ensure(admin, 4, Duration.ofDays(7), 1);
        }
        DiscordClient.NewBot bot = discord.bot("Ada");
        String bo = discord.person("Bo");
        String channel = discord.channel(discord.guild("Café", bo, bot.id()).id(), "talk");
        String asked = discord.says(bo, channel, "@Ada?").id();
        String message = instagram.dm(friend, account.id(), "Ada?");
        OrdersClient.Given stuck =
                world.orders().at("instagram.graph").method("POST").times(-1).hold("received");

        try (Responder responder = responder(bot)) {
            responder.start();
            send(Topics.RESPONSES_INSTAGRAM, say(ADA_IG, dm(), message, "from Instagram"));
            await().atMost(PATIENCE).until(() -> responder.inFlight() == 1);
            send(Topics.RESPONSES_DISCORD, say(ADA, talk(channel), asked, "from Discord"));

            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(discord.messages(channel))
                                    .anyMatch(it -> it.content().equals("from Discord")));
            assertThat(thread()).containsExactly("Ada?");

            stuck.release();
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(thread()).containsExactly("Ada?", "from Instagram"));
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(accepted(Place.instagramDm(account.id(), friend)))
                                    .containsExactly("from Instagram"));
            assertThat(responder.stuck()).isEmpty();
        }
    }

    private Responder responder(DiscordClient.NewBot bot) {
        var invalid = new InvalidRequests();
        var sessions =
                new AccountSessions(
                        ADA,
                        Sharding.whole(new ShardSettings("1", List.of())),
                        Secret.of(bot.token()),
                        sandbox.discordApi(),
                        _ -> {},
                        invalid);
        var graph =
                new GraphClient(
                        sandbox.instagramApi(),
                        "v26.0",
                        account::token,
                        new SharedPace(redis, account.id(), Clock.systemUTC()),
                        http);
        return new Responder(
                new Responder.Voices(
                        Map.of(ADA, sessions), invalid, Map.of(ADA_IG, graph), Optional.empty()),
                kafka,
                redis.client(),
                "two-platforms",
                Clock.systemUTC(),
                new SimpleMeterRegistry(),
                Traces.OFF);
    }

    private List<String> thread() {
        return instagram.thread(account.id(), friend).stream().map(it -> it.text()).toList();
    }

    private List<String> accepted(ConversationId in) {
        try (var read = new TopicReader(kafka, "deliveries").ofKey(Topics.DELIVERIES, in.value())) {
            return read.map(record -> Json.read(Topics.DELIVERIES, record.value()))
                    .filter(Delivery.Accepted.class::isInstance)
                    .map(delivery -> ((Delivery.Accepted) delivery).text())
                    .toList();
        }
    }

    private void send(Topic<Response> topic, Response.Say say) throws Exception {
        try (var producer = kafka.producer("two-platforms")) {
            producer.send(Records.of(topic, say.in().conversation(), say)).get();
        }
    }

    private static Response.Say say(AccountId by, Place in, String trigger, String text) {
        EventId to = EventId.said(in.platform(), trigger);
        return new Response.Say(
                new ResponseId(Ids.derive("r", trigger, text)),
                new TurnId("t-" + trigger),
                in,
                by,
                1,
                1,
                text,
                Optional.of(to),
                to,
                Instant.now(),
                Instant.now().plus(PATIENCE));
    }

    private Place dm() {
        return place("instagram", PlaceKind.DM, Place.instagramDm(account.id(), friend), friend);
    }

    private static Place talk(String channel) {
        return place("discord", PlaceKind.CHANNEL, Place.discordConversation(channel), channel);
    }

    private static Place place(
            String platform, PlaceKind kind, ConversationId conversation, String channel) {
        return new Place(
                conversation,
                platform,
                kind,
                channel,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
