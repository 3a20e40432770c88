package dev.carrier.responder;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.ResponseId;
import java.time.Duration;
import java.util.Optional;

/**
 * What this responder, or one before it, did with a response. It saves look-ups in the channel;
 * when it is lost or cannot be reached the channel is read instead, so a loss never causes a
 * double. Thread-safe.
 */
public interface SendLedger {
    /** How long an entry is kept: longer than any response can be redelivered. */
    Duration KEPT = Duration.ofDays(7);

    /** Marks that the response is about to be sent, and says what stood there before. */
    Entry begin(ResponseId response);

    /** Marks that the platform took it. Failing to do so is harmless. */
    void sent(ResponseId response, Spoken.Sent sent);

    /** Marks that a part of an answer was refused, so that the rest is not sent alone. */
    void refused(Response.Say part, String why);

    /** Why a part of the same answer was refused before, if one was and the ledger knows. */
    Optional<String> refusal(Response.Say part);

    /** Marks that a part of an answer was put back, so that the rest does not overtake it. */
    void putBack(Response.Say part);

    /** Whether an earlier part of the same answer was put back and is not settled yet. */
    boolean waits(Response.Say part);

    /** Marks that a part is settled: the rest waits for it no more. */
    void settled(Response.Say part);

    /**
     * Marks which response a message of an account is, for platforms that cannot tell. Failing to
     * do so is harmless.
     */
    void stands(AccountId account, String message, ResponseId response);

    /** Which response a message is, if the ledger knows. */
    Optional<ResponseId> standsFor(AccountId account, String message);

    /** What the ledger knew of a response. */
    sealed interface Entry {
        /** Nobody has tried to send it. */
        record First() implements Entry {}

        /** Somebody began to send it, with an unknown end; or the ledger cannot say. */
        record Perhaps() implements Entry {}

        /** The platform took it. */
        record Done(Spoken.Sent sent) implements Entry {}
    }
}
