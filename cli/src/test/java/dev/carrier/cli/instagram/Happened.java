package dev.carrier.cli.instagram;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.ContainerStatus;
import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.Outcome;
import dev.carrier.contracts.OutcomeKind;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.PolicyHash;
import dev.carrier.contracts.PostMedia;
import dev.carrier.contracts.PostProgress;
import dev.carrier.contracts.PublishStep;
import dev.carrier.contracts.RecordRef;
import dev.carrier.contracts.Remedy;
import dev.carrier.contracts.ResponseId;
import dev.carrier.contracts.TurnId;
import dev.carrier.pipeline.state.Derived;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the topics would hold of the publishing of an account. */
final class Happened {
    static final AccountId ADA = new AccountId("ada-ig");
    static final ConversationId IN = Place.instagramPublishing("15");
    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    static final RecordRef HERE = new RecordRef("carrier.events", 0, 7);

    private Happened() {}

    static EventId order(String name) {
        return EventId.of("instagram", name, "ordered", "0");
    }

    static Delivery.Stepped done(EventId order, PublishStep step) {
        return done(order, step, Optional.empty());
    }

    static Delivery.Stepped done(
            EventId order, PublishStep step, Optional<ContainerStatus> status) {
        PostProgress progress =
                new PostProgress(
                        List.of(
                                new PostMedia(
                                        0,
                                        "aa.jpg",
                                        "image/jpeg",
                                        1_240_000,
                                        Optional.of(1080),
                                        Optional.of(1350),
                                        Optional.empty(),
                                        Optional.of("https://media.example/aa.jpg"),
                                        Optional.empty())),
                        Optional.empty(),
                        Optional.of("180"),
                        Optional.of("https://www.instagram.com/p/x/"));
        return new Delivery.Stepped(
                new ResponseId("r-1"),
                turn(order),
                IN,
                ADA,
                step,
                Optional.empty(),
                progress,
                status,
                Optional.empty(),
                NOW,
                false);
    }

    static Delivery.StepFailed failed(EventId order, PublishStep step, String reason) {
        return new Delivery.StepFailed(
                new ResponseId("r-2"),
                turn(order),
                IN,
                ADA,
                step,
                Optional.empty(),
                Remedy.AGAIN,
                reason,
                Optional.empty(),
                NOW);
    }

    /** An entry of the journal about the record at {@link #HERE}. */
    static JournalRecord.Entry entry(String reason, Outcome... outcomes) {
        return new JournalRecord.Entry(
                IN,
                1,
                NOW,
                new JournalRecord.Input("heard", Optional.empty(), Optional.of(HERE), "aa"),
                new PolicyHash("p"),
                "test",
                List.of(),
                List.of(outcomes),
                reason,
                "bb");
    }

    static Outcome outcome(EventId order, String reason) {
        return new Outcome(order, ADA, OutcomeKind.REPLIED, reason, Optional.of(turn(order)));
    }

    private static TurnId turn(EventId order) {
        return Derived.turn(IN, ADA, order);
    }
}
