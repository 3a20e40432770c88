package dev.carrier.pipeline.state;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.Ids;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Line;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.PolicyHash;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that is known of a conversation; at most {@value #LIMIT} bytes of canonical JSON. Immutable.
 *
 * @param place absent until something was heard in it
 * @param sequence of the last journal entry; 0 before the first
 * @param lastHandledAt the time that never runs backwards here
 * @param policy the version of the policy under which it was last handled
 * @param window the last messages, oldest first
 * @param seen what was heard by whom
 * @param gone marks of messages that were deleted before they were heard
 * @param waiting messages of which some account has not decided yet, oldest first
 * @param gathering while messages are collected
 * @param seats of the accounts that hear here
 * @param alarms by their id
 * @param snapshot when the journal last got a snapshot
 * @param bots what the loop breaker remembers
 * @param commands that are being done, oldest first
 * @param errands what an operator ordered and is being sent, oldest first; absent without any
 * @param desk what an account publishes; absent where nothing is ordered
 */
public record Conversation(
        ConversationId id,
        Optional<Place> place,
        long sequence,
        Instant lastHandledAt,
        Optional<PolicyHash> policy,
        List<Line> window,
        Seen seen,
        List<String> gone,
        List<Gathered> waiting,
        Optional<Gathering> gathering,
        SortedMap<AccountId, Seat> seats,
        SortedMap<String, Alarm> alarms,
        Optional<Mark> snapshot,
        BotTurns bots,
        List<Command> commands,
        Optional<List<Errand>> errands,
        Optional<Desk> desk) {
    /** The most that its canonical JSON may take, in bytes. */
    public static final int LIMIT = 32 * 1024;

    public Conversation {
        window = List.copyOf(window);
        gone = List.copyOf(gone);
        waiting = List.copyOf(waiting);
        seats = Collections.unmodifiableSortedMap(new TreeMap<>(seats));
        alarms = Collections.unmodifiableSortedMap(new TreeMap<>(alarms));
        // A state of an earlier build has none.
        bots = bots == null ? BotTurns.NONE : bots;
        commands = commands == null ? List.of() : List.copyOf(commands);
    }

    /** A conversation of which nothing is known; that is also what is left of an idle one. */
    public static Conversation unknown(ConversationId id) {
        return new Conversation(
                id,
                Optional.empty(),
                0,
                Instant.EPOCH,
                Optional.empty(),
                List.of(),
                Seen.NOTHING,
                List.of(),
                List.of(),
                Optional.empty(),
                new TreeMap<>(),
                new TreeMap<>(),
                Optional.empty(),
                BotTurns.NONE,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** Nothing is known of it: there is nothing to store. */
    public boolean blank() {
        return sequence == 0;
    }

    /** The seat of an account, a free one if it has none yet. */
    public Seat seat(AccountId account) {
        return seats.getOrDefault(account, Seat.FREE);
    }

    /** The same as the entry of this sequence leaves it, with the mark of its last snapshot. */
    public Conversation recorded(long entry, Instant handledAt, Mark lastSnapshot) {
        return new Conversation(
                id,
                place,
                entry,
                handledAt,
                policy,
                window,
                seen,
                gone,
                waiting,
                gathering,
                seats,
                alarms,
                Optional.of(lastSnapshot),
                bots,
                commands,
                errands,
                desk);
    }

    /** Its canonical JSON. */
    public byte[] bytes() {
        return Json.canonical(this);
    }

    /** SHA-256 of its canonical JSON. */
    public String hash() {
        return Ids.sha256(bytes());
    }

    /** The conversation of these bytes. */
    public static Conversation read(byte[] bytes) {
        return Json.plain(Conversation.class, Json.parse(bytes));
    }
}
