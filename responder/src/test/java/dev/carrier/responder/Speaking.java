package dev.carrier.responder;

import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Headers;
import dev.carrier.contracts.Ids;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.ResponseId;
import dev.carrier.contracts.Topics;
import dev.carrier.contracts.TurnId;
import dev.carrier.runtime.kafka.Records;
import dev.carrier.sandbox.DiscordClient;
import dev.carrier.sandbox.OrdersClient;
import dev.carrier.sandbox.SeenMessage;
import dev.carrier.sandbox.SignalsClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import net.dv8tion.jda.api.JDA;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Ada in a café on the sandbox, whose responder is handed one response after another. */
final class Speaking implements AutoCloseable {
    private static final AtomicInteger TURNS = new AtomicInteger();

    final DiscordClient discord;
    final OrdersClient orders;
    final SignalsClient signals;
    final DiscordClient.NewBot bot;
    final DiscordClient.NewGuild guild;
    final String bo;
    private final Stand stand = new Stand();
    private final ResponderStage stage = stand.stage();

    Speaking() {
        discord = stand.discord();
        orders = stand.world().orders();
        signals = stand.world().signals();
        bot = stand.bot();
        guild = stand.guild();
        bo = stand.bo();
    }

    @Override
    public void close() {
        stage.close();
        stand.close();
    }

    /** Waits until Ada's session has heard what changed. */
    void until(Predicate<JDA> heard) {
        stand.until(heard);
    }

    Place channel(String id, String name) {
        return place(PlaceKind.CHANNEL, id, Optional.empty(), Optional.of(name), Optional.empty());
    }

    Place thread(String id, String parent, String name) {
        return place(
                PlaceKind.THREAD, id, Optional.of(parent), Optional.of(name), Optional.empty());
    }

    Place dm(String id) {
        return place(
                PlaceKind.DM,
                id,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new PersonId("discord:user:" + bo)));
    }

    private Place place(
            PlaceKind kind,
            String id,
            Optional<String> parent,
            Optional<String> name,
            Optional<PersonId> partner) {
        boolean dm = kind == PlaceKind.DM;
        return new Place(
                Place.discordConversation(id),
                "discord",
                kind,
                id,
                parent,
                Optional.empty(),
                dm ? Optional.empty() : Optional.of(guild.id()),
                dm ? Optional.empty() : Optional.of("Café"),
                name,
                partner);
    }

    /** An answer of so many parts to a message. */
    final class Answer {
        private final TurnId turn = new TurnId("refused-" + TURNS.incrementAndGet());
        private final Place in;
        private final SeenMessage to;
        private final Instant decidedAt;
        private final Duration keeps;

        Answer(Place in, SeenMessage to) {
            this(in, to, Instant.now(), Duration.ofSeconds(60));
        }

        Answer(Place in, SeenMessage to, Instant decidedAt, Duration keeps) {
            this.in = in;
            this.to = to;
            this.decidedAt = decidedAt;
            this.keeps = keeps;
        }

        Delivery part(int part, int parts, String text) {
            return delivered(
                    new Response.Say(
                            id("part " + part),
                            turn,
                            in,
                            Stand.ADA,
                            part,
                            parts,
                            text,
                            part == 1
                                    ? Optional.of(EventId.discordSaid(to.id()))
                                    : Optional.empty(),
                            EventId.discordSaid(to.id()),
                            decidedAt,
                            Instant.now().plus(keeps)));
        }

        Delivery reaction(String emoji) {
            return delivered(
                    new Response.React(
                            id("reaction"),
                            turn,
                            in,
                            Stand.ADA,
                            EventId.discordSaid(to.id()),
                            emoji,
                            decidedAt,
                            Instant.now().plus(keeps)));
        }

        private ResponseId id(String what) {
            return new ResponseId(Ids.derive("r", turn.value(), in.channel(), what));
        }

        private Delivery delivered(Response response) {
            ProducerRecord<byte[], byte[]> record =
                    Records.of(
                            Topics.RESPONSES_DISCORD,
                            in.conversation(),
                            response,
                            Map.of(Headers.TURN, turn.value(), Headers.ACCOUNT, Stand.ADA.value()));
            var consumed = new ConsumerRecord<>(record.topic(), 0, 0, record.key(), record.value());
            try {
                stage.receive(consumed, Ours.FOR_LONG);
                List<ProducerRecord<byte[], byte[]>> out = stage.handle(consumed, Ours.FOR_LONG);
                return Json.read(Topics.DELIVERIES, out.getFirst().value());
            } catch (Exception problem) {
                throw new IllegalStateException(problem);
            }
        }
    }

    /** The requests to Discord after {@code seq} in whose path this is found. */
    List<SignalsClient.Seen> requests(long seq, String method, String path) {
        return signals.after(seq, Duration.ZERO).stream()
                .filter(seen -> seen.point().equals("received"))
                .filter(seen -> seen.method().equals(method) && seen.path().contains(path))
                .toList();
    }
}
