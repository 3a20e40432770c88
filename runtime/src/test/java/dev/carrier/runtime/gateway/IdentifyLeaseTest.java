package dev.carrier.runtime.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.AccountId;
import dev.carrier.embedded.TestServers;
import dev.carrier.runtime.gateway.IdentifyLease.Bucket;
import dev.carrier.runtime.redis.Redis;
import dev.carrier.runtime.settings.Secret;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentifyLeaseTest {
    static final Duration SPACING = Duration.ofMillis(400);

    @Test
    void sessionsOfOneBotInDifferentProcessesAreKeptApart() throws InterruptedException {
        String url = TestServers.shared().where().redis();
        try (Redis one = new Redis(url);
                Redis other = new Redis(url)) {
            assertThat(momentsOf(bucket("ada", 0), lease(one), lease(other)))
                    .hasSize(4)
                    .satisfies(IdentifyLeaseTest::areApart);
        }
    }

    @Test
    void withRedisAwayThoseOfThisProcessAreKeptApart() throws InterruptedException {
        try (Redis away = new Redis("redis://127.0.0.1:1")) {
            IdentifyLease lease = lease(away);

            assertThat(momentsOf(bucket("ada", 0), lease, lease))
                    .hasSize(4)
                    .satisfies(IdentifyLeaseTest::areApart);
        }
    }

    @Test
    void differentBotsDoNotWaitForEachOther() throws InterruptedException {
        try (Redis redis = new Redis(TestServers.shared().where().redis())) {
            IdentifyLease lease = lease(redis);
            long began = System.nanoTime();

            lease.acquire(bucket("bo", 0), Duration.ofMinutes(5));
            lease.acquire(bucket("cy", 0), Duration.ofMinutes(5));

            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isLessThan(Duration.ofMinutes(1));
        }
    }

    @Test
    void shardsOfDifferentBucketsDoNotWaitForEachOther() throws InterruptedException {
        try (Redis redis = new Redis(TestServers.shared().where().redis())) {
            IdentifyLease lease = lease(redis);
            long began = System.nanoTime();

            lease.acquire(bucket("di", 0), Duration.ofMinutes(5));
            lease.acquire(bucket("di", 1), Duration.ofMinutes(5));

            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isLessThan(Duration.ofMinutes(1));
        }
    }

    @Test
    void shardsShareABucketWhoseIdsGiveTheSameRest() {
        var token = Secret.of("very.secret");
        var ada = new AccountId("ada");
        assertThat(Bucket.of(token, new Shard(ada, 17, 32), 16))
                .isEqualTo(Bucket.of(token, new Shard(new AccountId("same"), 1, 32), 16))
                .isNotEqualTo(Bucket.of(token, new Shard(ada, 2, 32), 16));
        assertThat(Bucket.of(token, Shard.only(ada), 1).toString()).doesNotContain("secret");
    }

    private static Bucket bucket(String token, int shard) {
        return Bucket.of(Secret.of(token), new Shard(new AccountId("ada"), shard, 2), 2);
    }

    private static IdentifyLease lease(Redis redis) {
        return new IdentifyLease(redis, InstantSource.system());
    }

    /** When four sessions that ask at once may identify, since they asked. */
    private static List<Duration> momentsOf(Bucket bucket, IdentifyLease... leases)
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
                                    lease.acquire(bucket, SPACING);
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
