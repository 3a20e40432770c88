package dev.carrier.ingest.instagram;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.PlaceKind;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether webhooks bring what is there. Meta does not say that it delivers nothing; it shows when
 * asking finds what no webhook has brought. Thread-safe.
 */
final class Arrivals {
    private static final int SUSPICIOUS = 2;

    private record Kind(AccountId account, PlaceKind place) {}

    /** How many of a kind were found since a webhook last brought one. */
    private final Map<Kind, AtomicInteger> missed = new ConcurrentHashMap<>();

    /** A webhook brought it. */
    void delivered(AccountId account, Mapped.Happened happened) {
        of(account, happened).set(0);
    }

    /** Asking found it, and no webhook had brought it. */
    void found(AccountId account, Mapped.Happened happened) {
        of(account, happened).incrementAndGet();
    }

    /** What Meta seems not to deliver, and why that may be, in a sentence; empty if all is well. */
    Optional<String> missing(AccountId account) {
        if (missed(account, PlaceKind.COMMENTS) >= SUSPICIOUS) {
            return Optional.of(
                    "Meta does not deliver comments, which are found late by asking: put the app into"
                            + " Live mode, get it Advanced Access for instagram_business_manage_comments,"
                            + " and see that the account is public.");
        }
        if (missed(account, PlaceKind.DM) >= SUSPICIOUS) {
            return Optional.of(
                    "Meta does not deliver direct messages, which are found late by asking: put the"
                            + " app into Live mode, and switch on \"Allow access to messages\" in the"
                            + " account's settings on Instagram.");
        }
        return Optional.empty();
    }

    private int missed(AccountId account, PlaceKind place) {
        AtomicInteger count = missed.get(new Kind(account, place));
        return count == null ? 0 : count.get();
    }

    private AtomicInteger of(AccountId account, Mapped.Happened happened) {
        return missed.computeIfAbsent(
                new Kind(account, happened.in().kind()), _ -> new AtomicInteger());
    }
}
