package dev.carrier.responder;

import dev.carrier.contracts.Response;
import dev.carrier.runtime.dispatch.Leash;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Sends one part exactly once, as far as the platform can tell us: look before a repeated attempt,
 * same id on every attempt, no attempt once it is withdrawn, too old or no longer ours.
 * Thread-safe; blocks on the caller's thread.
 */
final class Sending {
    /** What is left of the hold must suffice to hand the delivery over. */
    private static final Duration TO_HAND_OVER = Duration.ofSeconds(15);

    /** When what could not be sent while the record was held is asked for again. */
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(30);

    /** Within this a record is received that nobody had before. */
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    static final String NO_ATTEMPT = "no attempt";

    /** So much longer it is looked for what may have been sent. */
    private static final Duration LOOKED_FOR = Duration.ofMinutes(1);

    static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

    private final SendLedger ledger;
    private final Withdrawn withdrawn;
    private final InstantSource clock;
    private final Answering answering;

    Sending(SendLedger ledger, Withdrawn withdrawn, InstantSource clock) {
        this.ledger = ledger;
        this.withdrawn = withdrawn;
        this.clock = clock;
        this.answering = new Answering(clock);
    }

    /**
     * The platform's word on a part.
     *
     * @param leash no longer ours once another responder may be sending the same
     * @throws InterruptedException when the work is taken away; whoever gets it looks first
     */
    Ending say(Response.Say say, Speaks speaks, Leash leash) throws InterruptedException {
        BooleanSupplier ours = leash::ours;
        SendLedger.Entry before = ledger.begin(say.id());
        if (before instanceof SendLedger.Entry.Done done) {
            return new Ending.Accepted(done.sent(), true);
        }
        boolean perhaps = before instanceof SendLedger.Entry.Perhaps;
        boolean look = perhaps || mayStand(say, speaks, leash);
        if (perhaps) {
            settle(speaks, ours);
        }
        if (say.interaction().isPresent()) {
            Optional<Ending> answered =
                    answering.answer(
                            say.interaction().get(),
                            say.text(),
                            speaks,
                            () -> wanted(say, ours),
                            last -> giveUp(say, ours, last, false).or(() -> letGo(leash, last)));
            if (answered.isPresent()) {
                if (answered.get() instanceof Ending.Accepted(var sent, var _)) {
                    ledger.sent(say.id(), sent);
                }
                return answered.get();
            }
            // What is said in the channel now may have been said there before.
            look = true;
        }
        Duration pause = FIRST_PAUSE;
        String last = NO_ATTEMPT;
        while (true) {
            if (look) {
                switch (speaks.find(say)) {
                    case Found.There there -> {
                        ledger.sent(say.id(), there.sent());
                        return new Ending.Accepted(there.sent(), true);
                    }
                    case Found.Gone gone -> {
                        return new Ending.Refused(gone.why());
                    }
                    case Found.Unreadable unreadable -> {
                        // Not knowing, we neither send nor give up before it is too late.
                        last = unreadable.why();
                        Optional<Ending> end =
                                giveUp(say, ours, last, true)
                                        .or(() -> putBack(say, leash, unreadable.why()));
                        if (end.isPresent()) {
                            return end.get();
                        }
                        pause = rest(pause);
                        continue;
                    }
                    case Found.Absent absent -> look = false;
                }
            }
            Optional<Ending> end = giveUp(say, ours, last, false);
            if (end.isPresent()) {
                return end.get();
            }
            switch (speaks.say(say, patience(say, leash), () -> wanted(say, ours))) {
                case Spoken.Sent sent -> {
                    ledger.sent(say.id(), sent);
                    return new Ending.Accepted(sent, false);
                }
                case Spoken.Refused refused -> {
                    return new Ending.Refused(refused.why(), Optional.empty(), refused.reach());
                }
                case Spoken.Limited limited -> {
                    return new Ending.Refused(
                            limited.why(), Optional.of(limited.until()), Spoken.Reach.THIS);
                }
                case Spoken.Unknown unknown -> {
                    last = unknown.why();
                    look = true;
                    settle(speaks, ours);
                }
                case Spoken.NotNow notNow -> {
                    last = notNow.why();
                    if (isOver(leash) && isOursAlone(say, leash)) {
                        return putOff(last);
                    }
                    Optional<Ending> held = putBack(say, leash, last);
                    if (held.isPresent()) {
                        return held.get();
                    }
                }
                case Spoken.Held held -> {
                    Optional<Ending> why = giveUp(say, ours, last, false);
                    if (why.isPresent()) {
                        return why.get();
                    }
                }
            }
            pause = rest(pause);
        }
    }

    /**
     * Whether it may stand there although the ledger knows nothing: it may have been lost, and the
     * platform may not recognise a second attempt.
     */
    private boolean mayStand(Response.Say say, Speaks speaks, Leash leash) {
        if (leash.inherited()) {
            // Whoever had it before may have had no ledger then, and a nonce is no promise.
            return true;
        }
        Duration recognised = speaks.recognises();
        return recognised.isZero()
                ? !isOursAlone(say, leash)
                : say.decidedAt().plus(recognised).isBefore(clock.instant());
    }

    private static void settle(Speaks speaks, BooleanSupplier ours) throws InterruptedException {
        if (speaks.settles().isPositive() && ours.getAsBoolean()) {
            // The platform may still be at it, and says nothing when it is done.
            Thread.sleep(speaks.settles());
        }
    }

    /** A record is held for so long only, and its answer is wanted for so long only. */
    private Instant patience(Response.Say say, Leash leash) {
        Instant held = clock.instant().plus(leash.left()).minus(TO_HAND_OVER);
        return held.isBefore(say.notAfter()) ? held : say.notAfter();
    }

    /** A sentence to who used a command, by its address or not at all. */
    Ending tell(Response.Notice notice, Speaks speaks, Leash leash) throws InterruptedException {
        BooleanSupplier ours = leash::ours;
        return answering
                .answer(
                        notice.interaction(),
                        notice.text(),
                        speaks,
                        ours,
                        last -> {
                            if (!ours.getAsBoolean()) {
                                return Optional.of(new Ending.Abandoned());
                            }
                            return clock.instant().isAfter(notice.notAfter())
                                    ? Optional.of(new Ending.Refused("too late; " + last))
                                    : letGo(leash, last);
                        })
                .orElseGet(() -> new Ending.Refused("interaction expired"));
    }

    /** Whether the record can be held for no further attempt. */
    private static boolean isOver(Leash leash) {
        return leash.left().compareTo(TO_HAND_OVER) < 0;
    }

    /**
     * Whether no other responder can have had it before: it was received as soon as it was decided,
     * and none dies and is replaced as quickly. Otherwise it may stand there, sent by one that
     * could not tell and whose ledger is lost; the nonce guards that, and another answer would have
     * another nonce.
     */
    private static boolean isOursAlone(Response.Say say, Leash leash) {
        return leash.heldSince().isBefore(say.decidedAt().plus(AT_ONCE));
    }

    /** It was not sent, and what stands in the way may pass: the conversation asks again. */
    private Ending putOff(String last) {
        return new Ending.Refused(
                last, Optional.of(clock.instant().plus(AGAIN_AFTER)), Spoken.Reach.THIS);
    }

    /**
     * What may have been sent, and could not be looked for while its record was held, is tried
     * again as another record of the same response: another answer would perhaps be a second one,
     * and nobody knows yet that there is none.
     */
    private Optional<Ending> putBack(Response.Say say, Leash leash, String last) {
        if (!isOver(leash)) {
            return Optional.empty();
        }
        return Optional.of(
                withdrawn.reason(say).isPresent() ? tooLate(last) : new Ending.PutBack(last));
    }

    /** The end of what is not worth another turn, after an attempt. */
    static Optional<Ending> letGo(Leash leash, String last) {
        return isOver(leash) && !last.equals(NO_ATTEMPT)
                ? Optional.of(tooLate(last))
                : Optional.empty();
    }

    private static Ending tooLate(String last) {
        return new Ending.Refused("could not be sent in time; " + last);
    }

    private boolean wanted(Response.Say say, BooleanSupplier ours) {
        return ours.getAsBoolean()
                && withdrawn.reason(say).isEmpty()
                && !clock.instant().isAfter(say.notAfter());
    }

    private Optional<Ending> giveUp(
            Response.Say say, BooleanSupplier ours, String last, boolean perhapsSent) {
        if (!ours.getAsBoolean()) {
            return Optional.of(new Ending.Abandoned());
        }
        Instant end = say.notAfter();
        if (perhapsSent) {
            // It may stand there already: a little longer, so that the record says what is true.
            end = end.plus(LOOKED_FOR);
        } else {
            Optional<String> why = withdrawn.reason(say);
            if (why.isPresent()) {
                return why.map(Ending.Refused::new);
            }
        }
        return clock.instant().isAfter(end)
                ? Optional.of(new Ending.Refused("too late; " + last))
                : Optional.empty();
    }

    static Duration rest(Duration pause) throws InterruptedException {
        // A pause between attempts on the outside world: there is no condition to wait for.
        Thread.sleep(pause);
        Duration next = pause.multipliedBy(2);
        return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }

    /** How the sending of one response ended. */
    sealed interface Ending {
        record Accepted(Spoken.Sent sent, boolean found) implements Ending {}

        /**
         * Nothing stands there.
         *
         * @param retryAt when what stands in the way passes by itself
         * @param reach what else is refused with it
         */
        record Refused(String why, Optional<Instant> retryAt, Spoken.Reach reach)
                implements Ending {
            /** A refusal of this one thing, for good. */
            Refused(String why) {
                this(why, Optional.empty(), Spoken.Reach.THIS);
            }
        }

        /**
         * Nobody knows yet. It is to be tried again, behind what waits already.
         *
         * @param why it is not known
         */
        record PutBack(String why) implements Ending {}

        /** It is no longer ours: whoever has it now goes on. */
        record Abandoned() implements Ending {}
    }
}
