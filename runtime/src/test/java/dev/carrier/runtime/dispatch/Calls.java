package dev.carrier.runtime.dispatch;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls that a test lets go, and that remember who was called. */
final class Calls {
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    /** Counts a call of this text; waits at the gate if it is among these. */
    void make(String text, Set<String> slow) throws InterruptedException {
        counts.merge(text, 1, Integer::sum);
        most.accumulateAndGet(running.incrementAndGet(), Math::max);
        try {
            if (slow.contains(text)) {
                gate.await();
            }
        } finally {
            running.decrementAndGet();
        }
    }

    /** Counts a call that waits at the gate. */
    void makeSlow(String text) throws InterruptedException {
        make(text, Set.of(text));
    }

    void letGo() {
        gate.countDown();
    }

    int running() {
        return running.get();
    }

    int mostAtOnce() {
        return most.get();
    }

    int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    Set<String> called() {
        return Collections.unmodifiableSet(counts.keySet());
    }

    List<String> calledTwice() {
        return counts.entrySet().stream()
                .filter(one -> one.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }
}
