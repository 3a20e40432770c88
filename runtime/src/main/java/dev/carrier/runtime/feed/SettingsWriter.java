package dev.carrier.runtime.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Policy;
import dev.carrier.contracts.SettingsVersion;
import dev.carrier.contracts.Topics;
import dev.carrier.runtime.kafka.KafkaClients;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * Writes versions, and returns when all replicas have them: before their first use. Thread-safe.
 */
public final class SettingsWriter implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final Producer<byte[], byte[]> producer;

    /**
     * @param clientId by which the cluster knows the writer
     */
    public SettingsWriter(KafkaClients clients, String clientId) {
        this.producer = clients.producer(clientId);
    }

    /** A policy, which from now on is the newest. */
    public void policy(Policy policy) {
        write(new SettingsVersion.PolicyVersion(policy.hash(), policy));
    }

    /** Which accounts are paused from now on; those that are not named are not. */
    public void paused(Collection<AccountId> accounts) {
        write(new SettingsVersion.Paused(accounts.stream().sorted().distinct().toList()));
    }

    /** Whether a person's DMs are answered from now on where pairing decides. */
    public void paired(PersonId person, boolean admitted, Instant at) {
        write(new SettingsVersion.Paired(person, admitted, at));
    }

    /**
     * Any version.
     *
     * @throws KafkaException when the cluster does not take it within 30 s
     */
    public void write(SettingsVersion version) {
        String key =
                SettingsKeys.of(version)
                        .orElseThrow(() -> new IllegalArgumentException("of no known kind"));
        var record =
                new ProducerRecord<>(
                        Topics.SETTINGS.name(), key.getBytes(UTF_8), Json.write(version));
        try {
            producer.send(record).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException problem) {
            throw new KafkaException(key + " was not taken", problem.getCause());
        } catch (TimeoutException problem) {
            throw new KafkaException(key + " was not taken in time", problem);
        } catch (InterruptedException problem) {
            Thread.currentThread().interrupt();
            throw new KafkaException(key + " may not have been taken", problem);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
