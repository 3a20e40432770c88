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
                    .hasSize(4)
                    .satisfies(IdentifyLeaseTest::areApart);
        }
    }

    @Test
    void withRedisAwayThoseOfThisProcessAreKeptApart() throws InterruptedException {
        try (Redis away = new Redis("redis://127.0.0.1:1")) {
            IdentifyLease lease = lease(away);

            assertThat(momentsOf(new AccountId("ada"), lease, lease))
                    .hasSize(4)
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

    /** When four sessions that ask at once may identify, since they asked. */
    private static List<Duration> momentsOf(AccountId account, IdentifyLease... leases)
            throws InterruptedException {
        List<Duration> moments = Collections.synchronizedList(new ArrayList<>());
        List<Thread> sessions = new ArrayList<>();
        long began = System.nanoTime();
        for (int i = 0; i < 4; i++) {
            IdentifyLease lease = leases[i % leases.length];
            sessions.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    lease.acquire(account, SPACING);
                                    moments.add(Duration.ofNanos(System.nanoTime() - began));
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

    /** A loaded machine may let any of them run late, but none may run early. */
    private static void areApart(List<? extends Duration> moments) {
        for (int i = 0; i < moments.size(); i++) {
            assertThat(moments.get(i)).isGreaterThan(SPACING.multipliedBy(i).minusMillis(5));
        }
    }
}
