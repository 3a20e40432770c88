package dev.carrier.responder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Ids;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.ResponseId;
import dev.carrier.contracts.Topics;
import dev.carrier.contracts.TurnId;
import dev.carrier.embedded.TestServers;
import dev.carrier.responder.discord.DiscordSession;
import dev.carrier.responder.discord.DiscordSpeaks;
import dev.carrier.runtime.dispatch.Leash;
import dev.carrier.runtime.dispatch.Reception;
import dev.carrier.runtime.kafka.Records;
import dev.carrier.sandbox.DiscordClient;
import dev.carrier.sandbox.OrdersClient;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import dev.carrier.sandbox.SeenMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

/** The responder's work on one record after another: real JDA on the sandbox, a real Redis. */
class ResponderStageIT {
    private static final AccountId ADA = new AccountId("ada");
    private static final String POSTS = "/messages$";
    private static final AtomicInteger TURNS = new AtomicInteger();

    private static Sandbox sandbox;
    private static DiscordClient discord;
    private static OrdersClient orders;
    private static RedisClient redis;
    private static DiscordSession session;
    private static DiscordClient.NewBot bot;
    private static DiscordClient.NewGuild guild;
    private static String bo;

    private final TurnId turn = new TurnId("t-" + TURNS.incrementAndGet());
    private ResponderStage stage;
    private String channel;
    private SeenMessage trigger;

    @BeforeAll
    static void connect() {
        sandbox =
                Sandbox.start(
                        SandboxOptions.defaults().withIdentifyInterval(Duration.ofMillis(50)));
        var client = new SandboxClient(sandbox.base());
        discord = client.discord();
        orders = client.orders();
        bot = discord.bot("Ada");
        bo = discord.person("Bo");
        guild = discord.guild("Café", bo, bot.id());
        redis = RedisClient.create(TestServers.shared().redis().url());
        session =
                new DiscordSession(
                        ADA, bot.token(), sandbox.discordApi().toString(), account -> {});
        await().atMost(Duration.ofSeconds(60)).until(() -> session.ready().isPresent());
    }

    @AfterAll
    static void disconnect() {
        session.close();
        redis.close();
        sandbox.close();
    }

    @BeforeEach
    void aChannelWithAQuestion() {
        channel = discord.channel(guild.id(), "talk-" + turn);
        trigger = discord.says(bo, channel, "@Ada, a question");
        stage = stage();
    }

    @AfterEach
    void noMoreFaults() {
        orders.endAll();
        stage.close();
    }

    @Test
    void aPartIsOneMessageThatAnswersItsTriggerWithItsIdAsNonce() throws Exception {
        Response.Say say = say("hello Bo");

        Delivery delivery = delivered(say);

        assertThat(spoken())
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.content()).isEqualTo("hello Bo");
                    assertThat(message.nonce()).contains(say.id().value());
                });
        assertThat(delivery)
                .isInstanceOfSatisfying(
                        Delivery.Accepted.class,
                        accepted -> {
                            assertThat(accepted.found()).isFalse();
                            assertThat(accepted.text()).isEqualTo("hello Bo");
                            assertThat(accepted.event().message())
                                    .isEqualTo(spoken().getFirst().id());
                        });
    }

    @Test
    void anAnswerThatGotLostOnItsWayBackIsFoundAndNotSaidAgain() throws Exception {
        orders.at("discord.rest").method("POST").path(POSTS).dropAfter();

        Delivery delivery = delivered(say("only once"));

        assertThat(spoken()).hasSize(1);
        assertThat(delivery)
                .isInstanceOfSatisfying(
                        Delivery.Accepted.class, accepted -> assertThat(accepted.found()).isTrue());
    }

    @Test
    void aRequestThatNeverArrivedIsMadeAgain() throws Exception {
        orders.at("discord.rest").method("POST").path(POSTS).dropBefore();

        assertThat(delivered(say("at last"))).isInstanceOf(Delivery.Accepted.class);
        assertThat(spoken()).hasSize(1);
    }

    @Test
    void aServerErrorIsTriedAgain() throws Exception {
        orders.at("discord.rest").method("POST").path(POSTS).times(2).status(500);

        assertThat(delivered(say("third time"))).isInstanceOf(Delivery.Accepted.class);
        assertThat(spoken()).hasSize(1);
    }

    @Test
    void aRateLimitIsWaitedFor() throws Exception {
        orders.at("discord.rest").method("POST").path(POSTS).rateLimited(1);

        assertThat(delivered(say("patience"))).isInstanceOf(Delivery.Accepted.class);
        assertThat(spoken()).hasSize(1);
    }

    @Test
    void aRedeliveredPartIsNotSaidAgain() throws Exception {
        Response.Say say = say("said before the crash");
        assertThat(delivered(say)).isInstanceOf(Delivery.Accepted.class);

        stage = stage();

        assertThat(delivered(say))
                .isInstanceOfSatisfying(
                        Delivery.Accepted.class, accepted -> assertThat(accepted.found()).isTrue());
        assertThat(spoken()).hasSize(1);
    }

    @Test
    void aLostLedgerAndAForgottenNonceStillDoNotMakeADouble() throws Exception {
        Response.Say say = sayAt("said long ago", Instant.now().minusSeconds(90));
        // Sent by a responder that died: the platform has it, nobody wrote it down, no nonce is
        // known.
        discord.replies(bot.id(), channel, trigger.id(), "said long ago");

        assertThat(delivered(say))
                .isInstanceOfSatisfying(
                        Delivery.Accepted.class, accepted -> assertThat(accepted.found()).isTrue());
        assertThat(spoken()).hasSize(1);
    }

    @Test
    void theSameWordsInAnswerToAnotherMessageAreNotTakenForThisPart() throws Exception {
        SeenMessage other = discord.says(bo, channel, "another question");
        discord.replies(bot.id(), channel, other.id(), "yes");

        assertThat(delivered(sayAt("yes", Instant.now().minusSeconds(90))))
                .isInstanceOfSatisfying(
                        Delivery.Accepted.class,
                        accepted -> assertThat(accepted.found()).isFalse());
        assertThat(spoken()).hasSize(2);
    }

    @Test
    void whatIsWithdrawnBeforeItIsSentIsNotSent() throws Exception {
        Response.Say say = say("never mind");
        receive(
                new Response.Withdraw(
                        new ResponseId("w-1"),
                        turn,
                        place(),
                        ADA,
                        List.of(say.id()),
                        "deleted",
                        Instant.now()));

        assertThat(delivered(say))
                .isInstanceOfSatisfying(
                        Delivery.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("withdrawn: deleted"));
        assertThat(spoken()).isEmpty();
    }

    @Test
    void whatIsWithdrawnWhileDiscordFailsIsNotSentAfterwards() throws Exception {
        orders.at("discord.rest").method("POST").path(POSTS).times(-1).status(500);
        Response.Say say = say("never mind");
        CompletableFuture<Delivery> delivery = CompletableFuture.supplyAsync(() -> quietly(say));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> discord.counted("messages", bot.id()) >= 0 && failedPosts() >= 1);

        receive(
                new Response.Withdraw(
                        new ResponseId("w-2"),
                        turn,
                        place(),
                        ADA,
                        List.of(say.id()),
                        "deleted",
                        Instant.now()));
        orders.endAll();

        assertThat(delivery.get()).isInstanceOf(Delivery.Refused.class);
        assertThat(spoken()).isEmpty();
    }

    @Test
    void whatIsThoughtAgainAfterAWithdrawalIsSaid() throws Exception {
        Response.Say first = part(1, 2, "a long");
        Response.Say second = part(2, 2, "answer");
        receive(
                new Response.Withdraw(
                        new ResponseId("w-3"),
                        turn,
                        place(),
                        ADA,
                        List.of(first.id(), second.id()),
                        "edited",
                        Instant.now()));
        for (Response.Say part : List.of(first, second)) {
            assertThat(delivered(part))
                    .isInstanceOfSatisfying(
                            Delivery.Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo("withdrawn: edited"));
        }

        assertThat(delivered(say("a better one"))).isInstanceOf(Delivery.Accepted.class);
        assertThat(spoken()).hasSize(1);
    }

    @Test
    void aRefusedPartRefusesTheRestAlsoAfterARestart() throws Exception {
        discord.permissions(channel, guild.id(), 0, 1L << 11);
        assertThat(delivered(part(1, 2, "first half")))
                .isInstanceOfSatisfying(
                        Delivery.Refused.class,
                        refused -> assertThat(refused.reason()).contains("50013"));
        discord.permissions(channel, guild.id(), 1L << 11, 0);

        stage = stage();

        assertThat(delivered(part(2, 2, "second half")))
                .isInstanceOfSatisfying(
                        Delivery.Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .startsWith("an earlier part was refused"));
        assertThat(spoken()).isEmpty();
    }

    @Test
    void whatIsTooOldIsNotSent() throws Exception {
        Response.Say late =
                new Response.Say(
                        id("late"),
                        turn,
                        place(),
                        ADA,
                        1,
                        1,
                        "good morning",
                        Optional.empty(),
                        EventId.discordSaid(trigger.id()),
                        Instant.now().minusSeconds(300),
                        Instant.now().minusSeconds(180));

        assertThat(delivered(late))
                .isInstanceOfSatisfying(
                        Delivery.Refused.class,
                        refused -> assertThat(refused.reason()).startsWith("too late"));
        assertThat(spoken()).isEmpty();
    }

    @Test
    void nobodyCanMakeTheCharacterCallEveryone() throws Exception {
        delivered(say("@everyone come here"));

        assertThat(discord.messages(channel).getLast().content()).isEqualTo("@everyone come here");
        assertThat(discord.messages(channel).getLast().mentionsEveryone()).isFalse();
    }

    @Test
    void aDirectMessageFindsItsPerson() throws Exception {
        String dm = discord.dm(bo, bot.id());
        SeenMessage question = discord.says(bo, dm, "psst");
        var in =
                new Place(
                        Place.discordConversation(dm),
                        "discord",
                        PlaceKind.DM,
                        dm,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new PersonId("discord:user:" + bo)));

        Delivery delivery =
                delivered(
                        new Response.Say(
                                id("dm"),
                                turn,
                                in,
                                ADA,
                                1,
                                1,
                                "yes?",
                                Optional.of(EventId.discordSaid(question.id())),
                                EventId.discordSaid(question.id()),
                                Instant.now(),
                                Instant.now().plusSeconds(60)));

        assertThat(delivery).isInstanceOf(Delivery.Accepted.class);
        assertThat(discord.messages(dm))
                .extracting(SeenMessage::content)
                .containsExactly("psst", "yes?");
    }

    @Test
    void aReactionIsSetOnItsMessage() throws Exception {
        Delivery delivery =
                deliveredOf(
                        new Response.React(
                                id("react"),
                                turn,
                                place(),
                                ADA,
                                EventId.discordSaid(trigger.id()),
                                "⚠️",
                                Instant.now(),
                                Instant.now().plusSeconds(60)));

        assertThat(delivery).isInstanceOf(Delivery.Accepted.class);
        assertThat(discord.messages(channel).getFirst().reactions()).isNotEmpty();
    }

    @Test
    void aRecordThatCannotBeReadIsAnsweredFromItsHeadersAndPutAside() {
        ProducerRecord<byte[], byte[]> broken = record(say("x"));
        var record =
                new ConsumerRecord<>(
                        Topics.RESPONSES_DISCORD.name(),
                        0,
                        5,
                        broken.key(),
                        "oops".getBytes(StandardCharsets.UTF_8));
        broken.headers().forEach(record.headers()::add);

        List<ProducerRecord<byte[], byte[]>> answers =
                stage.failed(record, new IllegalStateException("x"));

        assertThat(answers)
                .extracting(ProducerRecord::topic)
                .containsExactly(Topics.DELIVERIES.name(), Topics.DEAD_LETTERS.name());
        assertThat(Json.read(Topics.DELIVERIES, answers.getFirst().value()))
                .isInstanceOf(Delivery.Refused.class);
    }

    private static long failedPosts() {
        return new SandboxClient(sandbox.base())
                .signals().after(0, Duration.ZERO).stream()
                        .filter(seen ->
                                seen.method().equals("POST") && seen.path().endsWith("/messages"))
                        .count();
    }

    private ResponderStage stage() {
        var speaks = new DiscordSpeaks(session::ready, InstantSource.system());
        return new ResponderStage(
                Topics.RESPONSES_DISCORD,
                account -> account.equals(ADA) ? Optional.of(speaks) : Optional.empty(),
                new RedisLedger(redis),
                InstantSource.system());
    }

    private List<SeenMessage> spoken() {
        return discord.messages(channel).stream()
                .filter(message -> message.author().equals(bot.id()))
                .toList();
    }

    private Place place() {
        return new Place(
                Place.discordConversation(channel),
                "discord",
                PlaceKind.CHANNEL,
                channel,
                Optional.empty(),
                Optional.empty(),
                Optional.of(guild.id()),
                Optional.of("Café"),
                Optional.of("talk"),
                Optional.empty());
    }

    private Response.Say say(String text) {
        return sayAt(text, Instant.now());
    }

    private Response.Say sayAt(String text, Instant decidedAt) {
        return new Response.Say(
                id(text),
                turn,
                place(),
                ADA,
                1,
                1,
                text,
                Optional.of(EventId.discordSaid(trigger.id())),
                EventId.discordSaid(trigger.id()),
                decidedAt,
                Instant.now().plusSeconds(60));
    }

    private Response.Say part(int part, int parts, String text) {
        return new Response.Say(
                id("part" + part),
                turn,
                place(),
                ADA,
                part,
                parts,
                text,
                Optional.empty(),
                EventId.discordSaid(trigger.id()),
                Instant.now(),
                Instant.now().plusSeconds(60));
    }

    private ResponseId id(String what) {
        return new ResponseId(Ids.derive("r", turn.value(), channel, what));
    }

    private Reception receive(Response response) {
        return stage.receive(consumed(record(response)), new Ours());
    }

    private Delivery quietly(Response response) {
        try {
            return deliveredOf(response);
        } catch (Exception problem) {
            throw new IllegalStateException(problem);
        }
    }

    private Delivery delivered(Response.Say say) throws Exception {
        return deliveredOf(say);
    }

    private Delivery deliveredOf(Response response) throws Exception {
        assertThat(receive(response)).isEqualTo(Reception.LANE);
        List<ProducerRecord<byte[], byte[]>> out =
                stage.handle(consumed(record(response)), new Ours());
        assertThat(out).hasSize(1);
        return Json.read(Topics.DELIVERIES, out.getFirst().value());
    }

    private ProducerRecord<byte[], byte[]> record(Response response) {
        return Records.of(
                Topics.RESPONSES_DISCORD,
                new ConversationId("discord:channel:" + channel),
                response,
                java.util.Map.of(
                        dev.carrier.contracts.Headers.TURN, turn.value(),
                        dev.carrier.contracts.Headers.ABOUT, "r-1",
                        dev.carrier.contracts.Headers.ACCOUNT, "ada"));
    }

    private static ConsumerRecord<byte[], byte[]> consumed(ProducerRecord<byte[], byte[]> record) {
        return new ConsumerRecord<>(record.topic(), 0, 0, record.key(), record.value());
    }

    /** The partition stays ours. */
    private static final class Ours implements Leash {
        @Override
        public boolean ours() {
            return true;
        }

        @Override
        public Instant heldSince() {
            return Instant.now();
        }

        @Override
        public Duration left() {
            return Duration.ofMinutes(2);
        }
    }
}
