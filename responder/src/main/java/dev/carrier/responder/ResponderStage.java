package dev.carrier.responder;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.Headers;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.ResponseId;
import dev.carrier.contracts.Topic;
import dev.carrier.contracts.Topics;
import dev.carrier.contracts.TurnId;
import dev.carrier.contracts.Unreadable;
import dev.carrier.runtime.dispatch.Handler;
import dev.carrier.runtime.dispatch.Leash;
import dev.carrier.runtime.dispatch.Reception;
import dev.carrier.runtime.kafka.Records;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the responses of one platform out and answers each part and reaction with exactly one
 * delivery; or, where it is not known in time what became of it, with the same response again.
 * Ordered by conversation: the dispatcher runs it one record a conversation at a time.
 */
public final class ResponderStage implements Handler, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ResponderStage.class);

    private final Topic<Response> topic;
    private final Function<AccountId, Optional<Speaks>> speakers;
    private final SendLedger ledger;
    private final Optional<Publishes> publishes;
    private final SendMeters meters;
    private final InstantSource clock;
    private final Withdrawn withdrawn = new Withdrawn();
    private final TypingKeeper typing;
    private final Sending sending;
    private final Repeating repeating;
    private final Instead instead;

    /**
     * @param topic the platform's topic of responses
     * @param speakers who speaks for an account; empty for an account that is not served here
     * @param publishes absent where nothing is published
     * @param meters measures what becomes of responses
     */
    public ResponderStage(
            Topic<Response> topic,
            Function<AccountId, Optional<Speaks>> speakers,
            Optional<Publishes> publishes,
            SendLedger ledger,
            SendMeters meters,
            InstantSource clock) {
        this.topic = topic;
        this.speakers = speakers;
        this.publishes = publishes;
        this.ledger = ledger;
        this.meters = meters;
        this.clock = clock;
        this.typing = new TypingKeeper(clock);
        this.sending = new Sending(ledger, withdrawn, clock);
        this.repeating = new Repeating(ledger, clock);
        this.instead = new Instead(sending);
    }

    @Override
    public Reception receive(ConsumerRecord<byte[], byte[]> record, Leash leash) {
        return switch (readOrNothing(record)) {
            case Response.Typing wish -> {
                if (wish.on()) {
                    speakers.apply(wish.account()).ifPresent(speaks -> typing.begin(wish, speaks));
                } else {
                    typing.end(wish.turn());
                }
                yield Reception.DONE;
            }
            case Response.Withdraw withdraw -> {
                withdrawn.withdraw(withdraw);
                typing.end(withdraw.turn());
                // It also stands in line behind what it withdraws: after a crash it is read again
                // for as long as that is not done.
                yield Reception.LANE;
            }
            case Response.Say say -> Reception.LANE;
            case Response.Notice notice -> Reception.LANE;
            case Response.React react -> Reception.LANE;
            case Response.Moderate moderate -> Reception.LANE;
            case Response.Publish step -> Reception.LANE;
            case Response.Unknown unknown -> Reception.LANE;
        };
    }

    @Override
    public List<ProducerRecord<byte[], byte[]>> handle(
            ConsumerRecord<byte[], byte[]> record, Leash leash) throws InterruptedException {
        return switch (Json.read(topic, record.value())) {
            case Response.Say say -> say(say, leash);
            case Response.Notice notice -> tell(notice, leash);
            case Response.React react -> react(react, leash);
            case Response.Moderate moderate -> moderate(moderate, leash);
            case Response.Publish step -> publish(step, leash);
            case Response.Typing past -> List.of();
            case Response.Withdraw done -> List.of();
            case Response.Unknown unknown ->
                    throw new Unreadable("a response of a kind not known here: " + unknown.type());
        };
    }

    @Override
    public List<ProducerRecord<byte[], byte[]>> failed(
            ConsumerRecord<byte[], byte[]> record, Throwable problem) {
        meters.dead();
        String reason = Deliveries.brief(problem);
        ProducerRecord<byte[], byte[]> dead =
                Records.dead(Topics.DEAD_LETTERS, "responder", record, reason, clock.instant());
        return Deliveries.refusalOfUnreadable(record, reason, clock.instant())
                .map(refused -> List.of(refused, dead))
                .orElseGet(() -> List.of(dead));
    }

    @Override
    public void close() {
        typing.close();
    }

    private List<ProducerRecord<byte[], byte[]>> say(Response.Say say, Leash leash)
            throws InterruptedException {
        Optional<Speaks> speaks = speakers.apply(say.account());
        String text = Deliveries.said(say);
        Sending.Ending ending;
        if (speaks.isEmpty()) {
            ending = new Sending.Ending.Refused("no account " + say.account() + " here");
        } else {
            if (say.part() > 1) {
                ledger.refusal(say).ifPresent(why -> withdrawn.refuseTheRest(say, why));
                if (withdrawn.reason(say).isEmpty() && isWanted(say) && ledger.waits(say)) {
                    return again(say, "an earlier part is not settled yet");
                }
            }
            ending = sending.say(say, speaks.get(), leash);
            if (ending instanceof Sending.Ending.Refused refused
                    && refused.reach() == Spoken.Reach.FILES
                    && say.instead().isPresent()) {
                Instead.Said said = instead.say(say, speaks.get(), leash);
                ending = said.ending();
                text = said.text();
            }
        }
        if (ending instanceof Sending.Ending.PutBack(var why)) {
            ledger.putBack(say);
            return again(say, why);
        }
        if (say.part() == say.parts()) {
            typing.end(say.turn());
        } else {
            ledger.settled(say);
        }
        // What is thought again after a withdrawal has the same turn, and is to be said.
        if (ending instanceof Sending.Ending.Refused refused
                && say.part() < say.parts()
                && !withdrawn.names(say.id())) {
            withdrawn.refuseTheRest(say, refused.why());
            ledger.refused(say, refused.why());
        }
        return delivery(ending, say.id(), say.turn(), say.in(), say.account(), text, leash);
    }

    private boolean isWanted(Response.Say say) {
        return clock.instant().isBefore(say.notAfter());
    }

    /** The same response once more: in the transaction that ends this record another begins. */
    private List<ProducerRecord<byte[], byte[]>> again(Response.Say say, String why) {
        log.atInfo()
                .addKeyValue("response", say.id())
                .addKeyValue("account", say.account())
                .addKeyValue("conversation", say.in().conversation())
                .addKeyValue("why", why)
                .log("not settled while its record was held: the same response is tried again");
        return List.of(
                Records.of(
                        topic,
                        say.in().conversation(),
                        say,
                        Map.of(
                                Headers.TURN, say.turn().value(),
                                Headers.ABOUT, say.id().value(),
                                Headers.ACCOUNT, say.account().value())));
    }

    private List<ProducerRecord<byte[], byte[]>> tell(Response.Notice notice, Leash leash)
            throws InterruptedException {
        Optional<Speaks> speaks = speakers.apply(notice.account());
        Sending.Ending ending =
                speaks.isPresent()
                        ? sending.tell(notice, speaks.get(), leash)
                        : new Sending.Ending.Refused("no account " + notice.account() + " here");
        return delivery(
                ending, notice.id(), notice.turn(), notice.in(), notice.account(), "", leash);
    }

    private List<ProducerRecord<byte[], byte[]>> react(Response.React react, Leash leash)
            throws InterruptedException {
        Optional<Speaks> speaks = speakers.apply(react.account());
        Sending.Ending ending =
                speaks.isPresent()
                        ? repeating.react(react, speaks.get(), leash)
                        : new Sending.Ending.Refused("no account " + react.account() + " here");
        typing.end(react.turn());
        return delivery(ending, react.id(), react.turn(), react.in(), react.account(), "", leash);
    }

    private List<ProducerRecord<byte[], byte[]>> moderate(Response.Moderate moderate, Leash leash)
            throws InterruptedException {
        Optional<Speaks> speaks = speakers.apply(moderate.account());
        Sending.Ending ending =
                speaks.isPresent()
                        ? repeating.moderate(moderate, speaks.get(), leash)
                        : new Sending.Ending.Refused("no account " + moderate.account() + " here");
        return delivery(
                ending,
                moderate.id(),
                moderate.turn(),
                moderate.in(),
                moderate.account(),
                "",
                leash);
    }

    private List<ProducerRecord<byte[], byte[]>> publish(Response.Publish step, Leash leash)
            throws InterruptedException {
        if (publishes.isEmpty()) {
            throw new Unreadable("nothing is published on this platform");
        }
        Delivery delivery = publishes.get().take(step, leash);
        meters.delivered(delivery, since(leash));
        return List.of(
                Deliveries.record(
                        step.in().conversation(),
                        delivery,
                        step.turn(),
                        step.id(),
                        step.account()));
    }

    private List<ProducerRecord<byte[], byte[]>> delivery(
            Sending.Ending ending,
            ResponseId response,
            TurnId turn,
            Place in,
            AccountId account,
            String text,
            Leash leash)
            throws InterruptedException {
        Delivery delivery =
                Deliveries.of(ending, response, turn, in, account, text, clock.instant());
        meters.delivered(delivery, since(leash));
        return List.of(Deliveries.record(in.conversation(), delivery, turn, response, account));
    }

    private Duration since(Leash leash) {
        return Duration.between(leash.heldSince(), clock.instant());
    }

    private Response readOrNothing(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Json.read(topic, record.value());
        } catch (Unreadable problem) {
            return new Response.Unknown(Json.mapper().createObjectNode());
        }
    }
}
