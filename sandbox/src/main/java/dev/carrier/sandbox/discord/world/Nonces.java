package dev.carrier.sandbox.discord.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The nonces of "the past few minutes".
 *
 * @see <a
 *     href="https://docs.discord.com/developers/resources/message#create-message">enforce_nonce</a>
 */
final class Nonces {
    private final Clock clock;
    private final Duration expiry;
    private final Map<Key, Entry> seen = new LinkedHashMap<>();

    Nonces(Clock clock, Duration expiry) {
        this.clock = clock;
        this.expiry = expiry;
    }

    private record Key(long author, long channel, String nonce) {}

    private record Entry(Message message, Instant until) {}

    Optional<Message> find(Draft draft) {
        var now = clock.instant();
        return key(draft).map(seen::get).filter(e -> now.isBefore(e.until())).map(Entry::message);
    }

    void remember(Draft draft, Message message) {
        var now = clock.instant();
        // All expire after the same time: the oldest stand first.
        var oldest = seen.values().iterator();
        while (oldest.hasNext() && !now.isBefore(oldest.next().until())) {
            oldest.remove();
        }
        key(draft).ifPresent(key -> seen.put(key, new Entry(message, now.plus(expiry))));
    }

    void forget() {
        seen.clear();
    }

    private static Optional<Key> key(Draft draft) {
        return draft.nonce().map(nonce -> new Key(draft.author().id(), draft.channel(), nonce));
    }
}
