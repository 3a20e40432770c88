package dev.carrier.runtime.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.AccountId;
import dev.carrier.embedded.TestServers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentifyLeaseTest {
    static final Duration SPACING = Duration.ofMillis(400);

    @Test
    void sessionsOfOneAccountInDifferentProcessesAreKeptApart() throws InterruptedException {
        String url = TestServers.shared().where().redis();
        try (Redis one = new Redis(url);
                Redis other = new Redis(url)) {
            assertThat(momentsOf(new AccountId("ada"), lease(one), lease(other)))
                    .satisfies(IdentifyLeaseTest::areApart);
        }
    }

    @Test
    void withRedisAwayThoseOfThisProcessAreKeptApart() throws InterruptedException {
        try (Redis away = new Redis("redis://127.0.0.1:1")) {
            IdentifyLease lease = lease(away);

            assertThat(momentsOf(new AccountId("ada"), lease, lease))
                    .satisfies(IdentifyLeaseTest::areApart);
        }
    }

    @Test
    void differentAccountsDoNotWaitForEachOther() throws InterruptedException {
        try (Redis redis = new Redis(TestServers.shared().where().redis())) {
            IdentifyLease lease = lease(redis);
            long began = System.nanoTime();

            lease.acquire(new AccountId("bo"), Duration.ofMinutes(5));
            lease.acquire(new AccountId("cy"), Duration.ofMinutes(5));

            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isLessThan(Duration.ofMinutes(1));
        }
    }

    private static IdentifyLease lease(Redis redis) {
        return new IdentifyLease(redis, InstantSource.system());
    }

    /** When four sessions that ask at once may identify, in nanoseconds. */
    private static List<Long> momentsOf(AccountId account, IdentifyLease... leases)
            throws InterruptedException {
        List<Long> moments = Collections.synchronizedList(new ArrayList<>());
        List<Thread> sessions = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            IdentifyLease lease = leases[i % leases.length];
            sessions.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    lease.acquire(account, SPACING);
                                    moments.add(System.nanoTime());
                                } catch (InterruptedException problem) {
                                    throw new IllegalStateException(problem);
                                }
                            }));
        }
        for (Thread session : sessions) {
            session.join();
        }
        Collections.sort(moments);
        return moments;
    }

    private static void areApart(List<? extends Long> moments) {
        assertThat(moments).hasSize(4);
        // The last of four waits for three; a loaded machine may let one of them run late.
        assertThat(Duration.ofNanos(moments.get(3) - moments.get(0)))
                .isGreaterThan(SPACING.multipliedBy(3).minusMillis(200));
    }
}
