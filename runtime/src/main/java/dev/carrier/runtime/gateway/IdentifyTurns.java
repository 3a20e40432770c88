package dev.carrier.runtime.gateway;

import dev.carrier.contracts.AccountId;
import dev.carrier.runtime.gateway.IdentifyLease.Bucket;
import dev.carrier.runtime.settings.Secret;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says when a session may begin: when its bot has enough <a
 * href="https://docs.discord.com/developers/events/gateway#session-start-limit-object">starts</a>
 * left for the day, and it is the turn of its shard. Thread-safe.
 */
public final class IdentifyTurns {
    private static final Logger log = LoggerFactory.getLogger(IdentifyTurns.class);
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final GatewayClient gateway;
    private final IdentifyLease lease;
    private final Function<AccountId, Secret> tokens;
    private final Duration spacing;
    private final InstantSource clock;
    private final Map<Shard, String> waiting = new ConcurrentHashMap<>();

    /**
     * @param tokens of each account that may ask
     * @param spacing between two identifies of a bucket
     */
    public IdentifyTurns(
            GatewayClient gateway,
            IdentifyLease lease,
            Function<AccountId, Secret> tokens,
            Duration spacing,
            InstantSource clock) {
        this.gateway = gateway;
        this.lease = lease;
        this.tokens = tokens;
        this.spacing = spacing;
        this.clock = clock;
    }

    /** Returns when this session may identify. */
    public void await(Shard shard) throws InterruptedException {
        var token = tokens.apply(shard.account());
        try {
            int concurrency = awaitStart(shard, token);
            lease.acquire(Bucket.of(token, shard, concurrency), spacing);
        } finally {
            waiting.remove(shard);
        }
    }

    /** What a session that asked waits for, in a sentence, when it is not just its turn. */
    public Optional<String> waitingFor(Shard shard) {
        return Optional.ofNullable(waiting.get(shard));
    }

    private int awaitStart(Shard shard, Secret token) throws InterruptedException {
        while (true) {
            var bot = ask(shard, token);
            if (bot.isEmpty()) {
                // Connecting will say what is wrong; one after the other is always allowed.
                return 1;
            }
            if (!bot.get().isNearlyUsedUp()) {
                return bot.get().concurrency();
            }
            say(shard, bot.get());
            var back = bot.get().startsBack();
            Thread.sleep(back.compareTo(LOOK_AGAIN) > 0 ? LOOK_AGAIN : back.plusMillis(100));
        }
    }

    private Optional<GatewayBot> ask(Shard shard, Secret token) throws InterruptedException {
        try {
            return Optional.of(gateway.ask(token));
        } catch (IOException problem) {
            log.atDebug()
                    .addKeyValue("account", shard.account())
                    .addKeyValue("why", problem.toString())
                    .log("Discord does not say how many sessions may begin");
            return Optional.empty();
        }
    }

    private void say(Shard shard, GatewayBot bot) {
        String sentence =
                "%s has %d of %d session starts of this day left, and Discord resets the token of a bot that uses them up: it connects at %s."
                        .formatted(
                                shard,
                                bot.startsLeft(),
                                bot.starts(),
                                TIME.format(clock.instant().plus(bot.startsBack())));
        if (waiting.put(shard, sentence) == null) {
            log.atWarn().log(sentence);
        }
    }
}
