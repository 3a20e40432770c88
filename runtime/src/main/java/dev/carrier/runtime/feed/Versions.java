package dev.carrier.runtime.feed;

import dev.carrier.contracts.SettingsVersion;
import dev.carrier.contracts.SettingsVersion.PolicyVersion;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The versions that were read, by key; whoever asks for one that is not there can wait. */
final class Versions {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final Map<String, SettingsVersion> seen = new HashMap<>();
    private Optional<PolicyVersion> newestPolicy = Optional.empty();
    private long newestPolicyAt = Long.MIN_VALUE;

    /**
     * @param writtenAt by the record's time: policies of different hashes lie in different
     *     partitions, whose order among each other is not known otherwise
     * @return false for a kind that is not known, which is not kept
     */
    boolean put(SettingsVersion version, long writtenAt) {
        Optional<String> key = SettingsKeys.of(version);
        if (key.isEmpty()) {
            return false;
        }
        lock.lock();
        try {
            seen.put(key.get(), version);
            if (version instanceof PolicyVersion policy && writtenAt >= newestPolicyAt) {
                newestPolicy = Optional.of(policy);
                newestPolicyAt = writtenAt;
            }
            more.signalAll();
        } finally {
            lock.unlock();
        }
        return true;
    }

    <V extends SettingsVersion> Optional<V> now(String key, Class<V> type) {
        lock.lock();
        try {
            return Optional.ofNullable(seen.get(key)).map(type::cast);
        } finally {
            lock.unlock();
        }
    }

    <V extends SettingsVersion> List<V> all(Class<V> type) {
        lock.lock();
        try {
            return seen.values().stream().filter(type::isInstance).map(type::cast).toList();
        } finally {
            lock.unlock();
        }
    }

    <V extends SettingsVersion> Optional<V> await(String key, Class<V> type, Duration atMost)
            throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = atMost.toNanos();
            while (!seen.containsKey(key) && left > 0) {
                left = more.awaitNanos(left);
            }
            return Optional.ofNullable(seen.get(key)).map(type::cast);
        } finally {
            lock.unlock();
        }
    }

    Optional<PolicyVersion> newestPolicy() {
        lock.lock();
        try {
            return newestPolicy;
        } finally {
            lock.unlock();
        }
    }
}
