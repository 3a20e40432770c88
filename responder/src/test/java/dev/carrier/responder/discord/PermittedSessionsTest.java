package dev.carrier.responder.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.contracts.AccountId;
import dev.carrier.runtime.gateway.Shard;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.utils.SessionController.SessionConnectNode;
import org.junit.jupiter.api.Test;

/** A session that is to begin begins, whatever comes between. */
class PermittedSessionsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Semaphore permits = new Semaphore(100);
    private final PermittedSessions sessions =
            new PermittedSessions(
                    Shard.only(new AccountId("ada")),
                    _ -> permits.acquire(),
                    Optional.of("ws://gateway"));

    @Test
    void isTriedAgainWhenTheGatewayCannotBeReached() {
        var attempts = new AtomicInteger();
        sessions.appendSession(
                new Node(() -> {
                    if (attempts.incrementAndGet() < 2) {
                        throw new IllegalStateException("connection refused");
                    }
                }));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(attempts).hasValue(2));
    }

    @Test
    void isNotForgottenWhenTheOneBeforeEndedWhileItBegan() {
        var began = new AtomicInteger();
        permits.drainPermits();
        sessions.appendSession(
                new Node(() -> sessions.appendSession(new Node(began::incrementAndGet))));
        permits.release();
        await().atMost(PATIENCE).until(permits::hasQueuedThreads);
        permits.release();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(began).hasValue(1));
    }

    @Test
    void doesNotBeginOnceItIsRemoved() {
        var removed = new AtomicInteger();
        var kept = new AtomicInteger();
        permits.drainPermits();
        var node = new Node(removed::incrementAndGet);
        sessions.appendSession(node);
        await().atMost(PATIENCE).until(permits::hasQueuedThreads);
        sessions.removeSession(node);
        permits.release();
        await().atMost(PATIENCE)
                .until(() -> permits.availablePermits() == 0 && !permits.hasQueuedThreads());
        sessions.appendSession(new Node(kept::incrementAndGet));
        permits.release();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(kept).hasValue(1));
        assertThat(removed).hasValue(0);
    }

    /** As JDA's own: those of one session are equal. */
    private static final class Node implements SessionConnectNode {
        private final Runnable connect;

        Node(Runnable connect) {
            this.connect = connect;
        }

        @Override
        public boolean isReconnect() {
            return true;
        }

        @Override
        public JDA getJDA() {
            throw new UnsupportedOperationException("nobody asks");
        }

        @Override
        public JDA.ShardInfo getShardInfo() {
            return JDA.ShardInfo.SINGLE;
        }

        @Override
        public void run(boolean isLast) {
            connect.run();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Node;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }
}
