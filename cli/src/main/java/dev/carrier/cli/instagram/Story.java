package dev.carrier.cli.instagram;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.ContainerStatus;
import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.Outcome;
import dev.carrier.contracts.PublishStep;
import dev.carrier.contracts.RecordRef;
import dev.carrier.contracts.TurnId;
import dev.carrier.pipeline.state.Derived;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What becomes of one order, out of deliveries and the journal. Reads no clock; one thread. */
final class Story {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final EventId order;
    private final AccountId account;
    private final ConversationId in;
    private final TurnId turn;
    private final int items;
    private final ZoneId zone;

    private boolean taken;
    private boolean tidy;
    private boolean ours;
    private boolean polls;
    private String last = "";
    private Optional<Waiting> waits = Optional.empty();
    private Optional<Outcome> outcome = Optional.empty();
    private Optional<RecordRef> recorded = Optional.empty();

    /**
     * @param items how many items are published; 0 of an order that publishes nothing
     * @param zone of the times that it tells
     */
    Story(EventId order, AccountId account, ConversationId in, int items, ZoneId zone) {
        this.order = order;
        this.account = account;
        this.in = in;
        this.turn = Derived.turn(in, account, order);
        this.items = items;
        this.zone = zone;
    }

    /** What a delivery tells of it. */
    List<Told> delivered(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Stepped done when done.turn().equals(turn) -> stepped(done);
            case Delivery.StepFailed failed when failed.turn().equals(turn) -> {
                taken = true;
                ours = true;
                polls = false;
                yield fresh(Told.step(Steps.name(failed.step()), Steps.failed(failed)));
            }
            case Delivery.Accepted said when said.turn().equals(turn) ->
                    fresh(Told.step("send", "Instagram took it as " + said.event().message()));
            case Delivery.Refused refused when refused.turn().equals(turn) ->
                    fresh(Told.step("send", "not taken: " + refused.reason()));
            case Delivery.Stepped _,
                    Delivery.StepFailed _,
                    Delivery.Accepted _,
                    Delivery.Refused _,
                    Delivery.Unknown _ ->
                    List.of();
        };
    }

    private List<Told> stepped(Delivery.Stepped done) {
        taken = true;
        ours = true;
        waits = Optional.empty();
        // That Instagram works on it was just told, and it is looked at again within seconds.
        polls = done.status().filter(ContainerStatus.IN_PROGRESS::equals).isPresent();
        if (done.step() == PublishStep.CLEAN_UP) {
            tidy = true;
        }
        return fresh(Told.step(Steps.name(done.step()), Steps.done(done, items)));
    }

    /** What an entry of the journal tells of it. */
    List<Told> decided(JournalRecord.Entry entry) {
        if (!entry.in().equals(in)) {
            return List.of();
        }
        List<Told> told = new ArrayList<>();
        entry.outcomes().stream()
                .filter(one -> one.event().equals(order) && one.account().equals(account))
                .findFirst()
                .ifPresent(one -> outcome = Optional.of(one));
        boolean heard = recorded.isPresent() && entry.input().from().equals(recorded);
        if (heard && !taken) {
            taken = true;
            if (outcome.isEmpty()) {
                told.addAll(fresh(Told.step("order", "taken")));
            }
        }
        if (outcome.isEmpty() && (ours || heard)) {
            Optional<Waiting> found = Waiting.in(entry.reason());
            found.ifPresent(wait -> {
                waits = found;
                if (!polls) {
                    told.addAll(fresh(waiting(wait)));
                }
            });
        }
        return told;
    }

    /** The order stands there. */
    void recorded(RecordRef where) {
        recorded = Optional.of(where);
    }

    private Told waiting(Waiting wait) {
        return Told.step(
                "waits", "until " + CLOCK.format(wait.until().atZone(zone)) + ": " + wait.why());
    }

    private List<Told> fresh(Told told) {
        if (told.text().equals(last)) {
            return List.of();
        }
        last = told.text();
        return List.of(told);
    }

    /** The processor has it. */
    boolean isTaken() {
        return taken;
    }

    /** How it ended; empty while it has not. */
    Optional<Outcome> outcome() {
        return outcome;
    }

    /** Nothing more is to be done, not even tidying up. */
    boolean isTidy() {
        return tidy || items == 0;
    }

    /** It is held until then. */
    Optional<Instant> heldUntil() {
        return waits.map(Waiting::until);
    }
}
