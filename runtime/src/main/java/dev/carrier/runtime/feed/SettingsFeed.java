package dev.carrier.runtime.feed;

import dev.carrier.contracts.CharacterHash;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.PolicyHash;
import dev.carrier.contracts.SettingsVersion;
import dev.carrier.contracts.SettingsVersion.Asked;
import dev.carrier.contracts.SettingsVersion.CharacterVersion;
import dev.carrier.contracts.SettingsVersion.Paired;
import dev.carrier.contracts.SettingsVersion.Paused;
import dev.carrier.contracts.SettingsVersion.PolicyVersion;
import dev.carrier.runtime.kafka.KafkaClients;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Every version of what decides, read from the beginning and kept. A version is written before its
 * first use, but its reader may see the use first: so asking waits. Thread-safe.
 */
public final class SettingsFeed implements AutoCloseable {
    private final Versions versions = new Versions();
    private final List<Consumer<SettingsVersion>> listeners = new CopyOnWriteArrayList<>();
    private final FeedReader reader;

    /**
     * Starts reading.
     *
     * @param clientId by which the cluster knows the reader
     */
    public SettingsFeed(KafkaClients clients, String clientId) {
        this.reader = new FeedReader(clients, clientId, this::take);
    }

    /**
     * A version of a character; waits until it is seen.
     *
     * @return empty when it has not been seen in that time
     */
    public Optional<CharacterVersion> character(CharacterHash hash, Duration atMost)
            throws InterruptedException {
        return versions.await(SettingsKeys.of(hash), CharacterVersion.class, atMost);
    }

    /** A version of the policy, likewise. */
    public Optional<PolicyVersion> policy(PolicyHash hash, Duration atMost)
            throws InterruptedException {
        return versions.await(SettingsKeys.of(hash), PolicyVersion.class, atMost);
    }

    /** The policy that was written last, as far as it has been read. */
    public Optional<PolicyVersion> newestPolicy() {
        return versions.newestPolicy();
    }

    /** The accounts that are paused, as far as it has been read. */
    public Paused paused() {
        return versions.now(SettingsKeys.PAUSED, Paused.class).orElse(new Paused(List.of()));
    }

    /** Whom the operator let in, as far as it has been read; sorted. */
    public List<PersonId> paired() {
        return versions.all(Paired.class).stream()
                .filter(Paired::admitted)
                .map(Paired::person)
                .sorted()
                .toList();
    }

    /** Who asks to be let in, with a code that is good at this time. */
    public List<Asked> asking(Instant at) {
        List<PersonId> paired = paired();
        return versions.all(Asked.class).stream()
                .filter(asked -> asked.until().isAfter(at) && !paired.contains(asked.person()))
                .toList();
    }

    /**
     * Whether all is read that was there when reading began; waits for it.
     *
     * @return false when that took longer
     */
    public boolean awaitCaughtUp(Duration atMost) throws InterruptedException {
        return reader.awaitCaughtUp(atMost);
    }

    /**
     * Is told of each version that is read from now on, on the reader's thread: it must be quick.
     */
    public void onChange(Consumer<SettingsVersion> listener) {
        listeners.add(listener);
    }

    /** What keeps it from reading, in a sentence; empty when nothing does. */
    public Optional<String> trouble() {
        return reader.trouble();
    }

    @Override
    public void close() {
        reader.close();
    }

    private void take(SettingsVersion version, long writtenAt) {
        if (versions.put(version, writtenAt)) {
            listeners.forEach(listener -> listener.accept(version));
        }
    }
}
