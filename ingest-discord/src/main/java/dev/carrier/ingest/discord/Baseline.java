package dev.carrier.ingest.discord;

import dev.carrier.contracts.AccountId;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisException;

/** Where an account left off, out of Redis or, if Redis lost it, out of {@code carrier.events}. */
final class Baseline {
    private static final Logger LOG = LoggerFactory.getLogger(Baseline.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final AccountId account;
    private final Cursors cursors;
    private final Published published;

    Baseline(AccountId account, Cursors cursors, Published published) {
        this.account = account;
        this.cursors = cursors;
        this.published = published;
    }

    /** Waits for Redis, and for Kafka where it is needed, for as long as it takes. */
    Cursors.Known load() throws InterruptedException {
        boolean said = false;
        while (true) {
            try {
                return complete(cursors.load());
            } catch (JedisException problem) {
                if (!said) {
                    said = true;
                    LOG.atWarn()
                            .addKeyValue("account", account)
                            .addKeyValue("why", problem.getMessage())
                            .log("waiting for Redis, which knows what was heard before");
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private Cursors.Known complete(Cursors.Known inRedis) throws InterruptedException {
        if (inRedis.whole()) {
            return inRedis;
        }
        var rebuilt = inRedis.with(published.of(account), false);
        LOG.atInfo()
                .addKeyValue("account", account)
                .addKeyValue("channels", rebuilt.channels().size())
                .log(
                        rebuilt.isEmpty()
                                ? "nothing was ever heard: listening from now on"
                                : "cursors were rebuilt from carrier.events");
        return rebuilt;
    }
}
