package dev.carrier.ingest.discord;

import dev.carrier.runtime.gateway.Shard;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a shard heard by one container: lets it begin when nobody else hears it, and says what is
 * wrong among them. Thread-safe.
 */
final class Claiming {
    private static final Logger LOG = LoggerFactory.getLogger(Claiming.class);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration RELEASE = Duration.ofSeconds(1);

    /** Shards of one account begin one after the other: not at once is not never. */
    private static final int LOOKS_BEFORE_SAYING = 5;

    private final Shard shard;
    private final ShardClaim claim;
    private volatile Optional<String> standby = Optional.empty();
    private volatile Optional<String> warning = Optional.empty();
    private volatile boolean closed;
    private int unheardLooks;

    Claiming(Shard shard, ShardClaim claim) {
        this.shard = shard;
        this.claim = claim;
    }

    /** Begins once the shard is this container's; returns at once. */
    void start(Runnable begin) {
        Thread.ofVirtual().name("claims-" + shard).start(() -> awaitTurn(begin));
    }

    /** Renews the claim of a shard that is heard here; may block. */
    void renew() {
        if (closed || standby.isPresent()) {
            return;
        }
        var other = claim.renew();
        var unheard = shard.isOnly() ? List.<Integer>of() : claim.unheard();
        unheardLooks = unheard.isEmpty() ? 0 : unheardLooks + 1;
        warning =
                other.map(it ->
                                "%s is heard by %s too: give each container other shards."
                                        .formatted(shard, it))
                        .or(() -> missing(unheard));
    }

    /** Another container that hears the shard, in a sentence, while this one stands by. */
    Optional<String> standby() {
        return standby;
    }

    /** What is wrong among the containers although this one hears. */
    Optional<String> warning() {
        return warning;
    }

    /** Another may have the shard at once; waits no longer than a moment for Redis. */
    void close() throws InterruptedException {
        closed = true;
        Thread.ofVirtual().start(claim::release).join(RELEASE);
    }

    private Optional<String> missing(List<Integer> unheard) {
        if (unheard.isEmpty() || unheardLooks < LOOKS_BEFORE_SAYING) {
            return Optional.empty();
        }
        return Optional.of(
                "Nobody hears shard%s %s of %d of %s: start a container for %s."
                        .formatted(
                                unheard.size() == 1 ? "" : "s",
                                unheard.stream()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(", ")),
                                shard.total(),
                                shard.account(),
                                unheard.size() == 1 ? "it" : "them"));
    }

    private void awaitTurn(Runnable begin) {
        try {
            for (var other = claim.renew(); other.isPresent() && !closed; other = claim.renew()) {
                say(other.get());
                Thread.sleep(LOOK);
            }
            standby = Optional.empty();
            if (!closed) {
                begin.run();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(String other) {
        if (standby.isEmpty()) {
            standby =
                    Optional.of(
                            "%s is heard by %s: this container stands by and takes over when that one is gone."
                                    .formatted(shard, other));
            LOG.atWarn().log(standby.get());
        }
    }
}
