package dev.carrier.ingest.discord;

import dev.carrier.contracts.AccountId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what an account's lanes fetch after a session began. Thread-safe. */
final class CatchUps implements LaneParts.CaughtUp {
    private static final Logger LOG = LoggerFactory.getLogger(CatchUps.class);

    private final AccountId account;
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<Long> reading = new HashSet<>();
    private CatchUp sum = CatchUp.NONE;

    CatchUps(AccountId account) {
        this.account = account;
    }

    /** A session begins and these channels will be read. */
    void begin(Set<Long> channels) {
        lock.lock();
        try {
            reading.clear();
            reading.addAll(channels);
            sum = CatchUp.NONE;
            sayWhenDone();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void accept(long channel, List<Heard> missed) {
        lock.lock();
        try {
            if (!missed.isEmpty()) {
                add(missed);
            }
            if (reading.remove(channel)) {
                sayWhenDone();
            }
        } finally {
            lock.unlock();
        }
    }

    CatchUp now() {
        lock.lock();
        try {
            return sum;
        } finally {
            lock.unlock();
        }
    }

    private void add(List<Heard> missed) {
        var first = Snowflake.time(missed.getFirst().mark());
        var last = Snowflake.time(missed.getLast().mark());
        sum =
                new CatchUp(
                        sum.done(),
                        sum.heard() + missed.size(),
                        sum.channels() + 1,
                        sum.from().filter(it -> it.isBefore(first)).or(() -> Optional.of(first)),
                        sum.to().filter(it -> it.isAfter(last)).or(() -> Optional.of(last)));
    }

    private void sayWhenDone() {
        if (reading.isEmpty() && !sum.done()) {
            sum = new CatchUp(true, sum.heard(), sum.channels(), sum.from(), sum.to());
            LOG.atInfo()
                    .addKeyValue("account", account)
                    .addKeyValue("heard", sum.heard())
                    .addKeyValue("channels", sum.channels())
                    .log("caught up");
        }
    }
}
