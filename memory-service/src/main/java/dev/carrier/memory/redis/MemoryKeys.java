package dev.carrier.memory.redis;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.PersonId;

/**
 * Memory's keys, version 1. The hash tag in braces keeps what belongs together on one slot of a
 * cluster.
 */
final class MemoryKeys {
    private MemoryKeys() {}

    /** Sorted set: event ids of the talk by the time of the platform in ms. */
    static String log(AccountId account, ConversationId in) {
        return scope(account, in) + "log";
    }

    /** Hash: event id to the line as JSON. */
    static String lines(AccountId account, ConversationId in) {
        return scope(account, in) + "lines";
    }

    /** String: the newest event that was taken in. */
    static String highWater(AccountId account, ConversationId in) {
        return scope(account, in) + "high";
    }

    /** Hash: fact id to the fact as JSON. */
    static String facts(AccountId account, PersonId about) {
        return "c:1:{" + account + ":" + about + "}:facts";
    }

    /** Set: {@code account|conversation} of every log in which the person wrote. */
    static String logsOf(PersonId person) {
        return "c:1:{" + person + "}:logs";
    }

    /** Set: accounts that know facts about the person. */
    static String knownBy(PersonId person) {
        return "c:1:{" + person + "}:known";
    }

    /** String: epoch ms up to which everything of the person is forgotten. */
    static String forgotten(PersonId person) {
        return "c:1:{" + person + "}:forgotten";
    }

    /**
     * String: the message is deleted; kept for a while for a deletion that overtakes its message.
     */
    static String gone(EventId event) {
        return "c:1:{" + event + "}:gone";
    }

    private static String scope(AccountId account, ConversationId in) {
        return "c:1:{" + account + ":" + in + "}:";
    }
}
