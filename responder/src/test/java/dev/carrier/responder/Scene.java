package dev.carrier.responder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Headers;
import dev.carrier.contracts.Ids;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.ResponseId;
import dev.carrier.contracts.Topics;
import dev.carrier.contracts.TurnId;
import dev.carrier.runtime.dispatch.Leash;
import dev.carrier.runtime.dispatch.Reception;
import dev.carrier.runtime.kafka.Records;
import dev.carrier.sandbox.DiscordClient;
import dev.carrier.sandbox.OrdersClient;
import dev.carrier.sandbox.SeenMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A channel with a question in it, and a stage that is handed responses. For one thread. */
final class Scene implements AutoCloseable {
    private static final String POSTS = "/messages$";
    private static final AtomicInteger TURNS = new AtomicInteger();

    private final Stand stand;
    private final TurnId turn = new TurnId("t-" + TURNS.incrementAndGet());

    /** The parts of an answer are decided together. */
    private final Instant decided = Instant.now();

    private final String channel;
    private final SeenMessage trigger;
    private ResponderStage stage;

    Scene(Stand stand) {
        this.stand = stand;
        this.channel = discord().channel(guild(), "talk-" + turn);
        this.trigger = discord().says(bo(), channel, "@Ada, a question");
        this.stage = stand.stage();
    }

    DiscordClient discord() {
        return stand.discord();
    }

    OrdersClient orders() {
        return stand.world().orders();
    }

    /** What goes wrong with messages that are posted. */
    OrdersClient.Draft posts() {
        return orders().at("discord.rest").method("POST").path(POSTS);
    }

    String bot() {
        return stand.bot().id();
    }

    String guild() {
        return stand.guild().id();
    }

    String bo() {
        return stand.bo();
    }

    String channel() {
        return channel;
    }

    /** The question. */
    SeenMessage trigger() {
        return trigger;
    }

    TurnId turn() {
        return turn;
    }

    ResponderStage stage() {
        return stage;
    }

    /** The stage dies and another takes its place. */
    void restarts() {
        stage = stand.stage();
    }

    @Override
    public void close() {
        orders().endAll();
        stage.close();
    }

    /** How many posts Discord has seen. */
    long failedPosts() {
        return stand.world().signals().after(0, Duration.ZERO).stream()
                .filter(seen -> seen.method().equals("POST") && seen.path().endsWith("/messages"))
                .count();
    }

    List<SeenMessage> spoken() {
        return discord().messages(channel).stream()
                .filter(message -> message.author().equals(bot()))
                .toList();
    }

    Place place() {
        return new Place(
                Place.discordConversation(channel),
                "discord",
                PlaceKind.CHANNEL,
                channel,
                Optional.empty(),
                Optional.empty(),
                Optional.of(guild()),
                Optional.of("Café"),
                Optional.of("talk"),
                Optional.empty());
    }

    Response.Say say(String text) {
        return sayAt(text, Instant.now());
    }

    Response.Say sayAt(String text, Instant decidedAt) {
        return new Response.Say(
                id(text),
                turn,
                place(),
                Stand.ADA,
                1,
                1,
                text,
                Optional.of(EventId.discordSaid(trigger.id())),
                EventId.discordSaid(trigger.id()),
                decidedAt,
                Instant.now().plusSeconds(60));
    }

    Response.Say part(int part, int parts, String text) {
        return new Response.Say(
                id("part" + part),
                turn,
                place(),
                Stand.ADA,
                part,
                parts,
                text,
                Optional.empty(),
                EventId.discordSaid(trigger.id()),
                decided,
                Instant.now().plusSeconds(60));
    }

    ResponseId id(String what) {
        return new ResponseId(Ids.derive("r", turn.value(), channel, what));
    }

    Reception receive(Response response) {
        return stage.receive(consumed(record(response)), Ours.FOR_LONG);
    }

    Delivery quietly(Response response) {
        try {
            return deliveredOf(response);
        } catch (Exception problem) {
            throw new IllegalStateException(problem);
        }
    }

    Delivery delivered(Response.Say say) throws Exception {
        return deliveredOf(say);
    }

    /** Of a record that can be held for so long only. */
    Delivery deliveredWithin(Duration left, Response.Say say) throws Exception {
        return deliveredOf(say, new Ours(left));
    }

    Delivery deliveredOf(Response response) throws Exception {
        return deliveredOf(response, Ours.FOR_LONG);
    }

    /** Of a record that stood there before the partition came to this responder. */
    Delivery deliveredAfterAnother(Response.Say say) throws Exception {
        return deliveredOf(say, Ours.FROM_ANOTHER);
    }

    /** What the responder puts back to its own topic. */
    Response putBackWithin(Duration left, Response.Say say) throws Exception {
        ProducerRecord<byte[], byte[]> out = handed(say, new Ours(left));
        assertThat(out.topic()).isEqualTo(Topics.RESPONSES_DISCORD.name());
        return Json.read(Topics.RESPONSES_DISCORD, out.value());
    }

    private Delivery deliveredOf(Response response, Leash leash) throws Exception {
        return Json.read(Topics.DELIVERIES, handed(response, leash).value());
    }

    private ProducerRecord<byte[], byte[]> handed(Response response, Leash leash) throws Exception {
        assertThat(receive(response)).isEqualTo(Reception.LANE);
        List<ProducerRecord<byte[], byte[]>> out = stage.handle(consumed(record(response)), leash);
        assertThat(out).hasSize(1);
        return out.getFirst();
    }

    ProducerRecord<byte[], byte[]> record(Response response) {
        return Records.of(
                Topics.RESPONSES_DISCORD,
                new ConversationId("discord:channel:" + channel),
                response,
                Map.of(
                        Headers.TURN, turn.value(),
                        Headers.ABOUT, "r-1",
                        Headers.ACCOUNT, "ada"));
    }

    private static ConsumerRecord<byte[], byte[]> consumed(ProducerRecord<byte[], byte[]> record) {
        return new ConsumerRecord<>(record.topic(), 0, 0, record.key(), record.value());
    }
}
