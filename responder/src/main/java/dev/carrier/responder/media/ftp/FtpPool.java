package dev.carrier.responder.media.ftp;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.carrier.responder.media.MediaProblem;
import dev.carrier.runtime.SharedThreads;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Connections to one host: as many at once as allowed, kept for a while between two uses, and
 * thrown away after any problem. Safe for several threads.
 */
final class FtpPool implements AutoCloseable {
    private static final Duration KEPT = Duration.ofSeconds(45);

    private final FtpAccess access;
    private final FtpTls tls;
    private final FtpProblems problems;
    private final Semaphore places;
    private final Deque<Idle> idle = new ArrayDeque<>();
    private boolean closed;

    private record Idle(FtpConnection connection, long since) {}

    /** What is done with a connection. */
    @FunctionalInterface
    interface Use<T> {
        T on(FtpConnection connection) throws IOException, MediaProblem;
    }

    FtpPool(FtpAccess access) {
        this.access = access;
        this.tls = new FtpTls(access.trust());
        this.problems = new FtpProblems(access);
        this.places = new Semaphore(access.uploads(), true);
    }

    /** Waits for a place when all are taken. */
    <T> T with(Use<T> use) throws MediaProblem, InterruptedException {
        places.acquire();
        try {
            return used(take(), use);
        } finally {
            places.release();
        }
    }

    private <T> T used(FtpConnection connection, Use<T> use) throws MediaProblem {
        boolean sound = false;
        try {
            T done = use.on(connection);
            sound = true;
            return done;
        } catch (IOException e) {
            throw problems.of(e);
        } finally {
            if (sound) {
                keep(connection);
            } else {
                connection.close();
            }
        }
    }

    private FtpConnection take() throws MediaProblem {
        for (Optional<FtpConnection> kept = newest(); kept.isPresent(); kept = newest()) {
            if (kept.get().isAlive()) {
                return kept.get();
            }
            kept.get().close();
        }
        return FtpConnection.open(access, tls);
    }

    private synchronized Optional<FtpConnection> newest() {
        return Optional.ofNullable(idle.pollLast()).map(Idle::connection);
    }

    private void keep(FtpConnection connection) {
        synchronized (this) {
            if (!closed) {
                idle.addLast(new Idle(connection, System.nanoTime()));
                SharedThreads.timers()
                        .schedule(
                                () -> SharedThreads.calls().execute(this::sweep),
                                KEPT.toMillis() + 1,
                                MILLISECONDS);
                return;
            }
        }
        connection.close();
    }

    /** Closes what nobody used for a while, the oldest first. */
    private void sweep() {
        List<FtpConnection> old = new ArrayList<>();
        synchronized (this) {
            long now = System.nanoTime();
            for (Idle first = idle.peekFirst();
                    first != null && now - first.since() >= KEPT.toNanos();
                    first = idle.peekFirst()) {
                idle.removeFirst();
                old.add(first.connection());
            }
        }
        old.forEach(FtpConnection::close);
    }

    /** Closes what is kept; what is in use is closed when its use ends. */
    @Override
    public void close() {
        List<FtpConnection> kept = new ArrayList<>();
        synchronized (this) {
            closed = true;
            idle.forEach(one -> kept.add(one.connection()));
            idle.clear();
        }
        kept.forEach(FtpConnection::close);
    }
}
