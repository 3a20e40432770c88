package dev.carrier.ingest.instagram;

import dev.carrier.contracts.AccountId;
import dev.carrier.runtime.redis.Redis;

/** The names of what hearing keeps in Redis. One account's are in one slot of a cluster. Pure. */
final class Keys {
    private Keys() {}

    /** Who an account is: a hash. */
    static String self(AccountId account) {
        return of(account, "self");
    }

    /** Since when an account is heard, in milliseconds. */
    static String since(AccountId account) {
        return of(account, "since");
    }

    /** From what is asked about to the time up to which all of it is in Kafka: a hash. */
    static String marks(AccountId account) {
        return of(account, "marks");
    }

    /** The events that Kafka has, by when it took them: a sorted set. */
    static String seen(AccountId account) {
        return of(account, "seen");
    }

    /** Who asks this time. */
    static String round(AccountId account) {
        return of(account, "round");
    }

    private static String of(AccountId account, String what) {
        return Redis.key("instagram", "{" + account + "}", "heard", what);
    }
}
