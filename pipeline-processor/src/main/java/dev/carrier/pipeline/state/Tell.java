package dev.carrier.pipeline.state;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.TurnId;
import java.time.Instant;

/** What a turn tells the platform besides its words. */
final class Tell {
    private Tell() {}

    static void typing(Deciding deciding, AccountId account, TurnId turn, boolean on) {
        Instant notAfter =
                deciding.now()
                        .plus(deciding.ways().gather().atMost())
                        .plus(deciding.ways().deadline());
        deciding.out(
                Output.of(
                        new Response.Typing(
                                Derived.response(
                                        turn, on ? "typing" : "still", deciding.sequence()),
                                turn,
                                deciding.place(),
                                account,
                                on,
                                deciding.now(),
                                notAfter)));
    }

    /** A person who called the character sees that there will be no answer. */
    static void sorry(Deciding deciding, AccountId account, Turn turn) {
        turn.newestAddressed()
                .filter(trigger -> trigger.interaction().isEmpty())
                .ifPresent(trigger ->
                        deciding.ways()
                                .onFailure()
                                .ifPresent(emoji ->
                                        react(deciding, account, turn.id(), trigger.id(), emoji)));
    }

    private static void react(
            Deciding deciding, AccountId account, TurnId turn, EventId target, String emoji) {
        // Instagram lets nobody react to a comment through its API.
        if (deciding.place().kind() == PlaceKind.COMMENTS) {
            return;
        }
        deciding.out(
                Output.of(
                        new Response.React(
                                Derived.response(turn, "reaction", deciding.sequence()),
                                turn,
                                deciding.place(),
                                account,
                                target,
                                emoji,
                                deciding.now(),
                                deciding.now().plus(deciding.ways().deadline()))));
    }

    /** A person who was answered a moment ago called again: a sign that it was seen. */
    static void wait(Deciding deciding, AccountId account, EventId message) {
        TurnId none = Derived.turn(deciding.id(), account, message);
        deciding.ways()
                .onFailure()
                .ifPresent(emoji -> react(deciding, account, none, message, emoji));
    }

    static void withdraw(Deciding deciding, AccountId account, Turn turn, String why) {
        deciding.out(
                Output.of(
                        new Response.Withdraw(
                                Derived.response(turn.id(), "withdraw", deciding.sequence()),
                                turn.id(),
                                deciding.place(),
                                account,
                                turn.pending(),
                                why,
                                deciding.now())));
    }
}
