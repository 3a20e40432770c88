package dev.carrier.runtime.feed;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.SettingsVersion;
import dev.carrier.contracts.SettingsVersion.Paused;
import dev.carrier.contracts.SettingsVersion.PolicyVersion;
import dev.carrier.contracts.Topics;
import dev.carrier.runtime.Nearest;
import dev.carrier.runtime.SetupProblem;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.TopicReader;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Which accounts there are and which of them are paused.
 *
 * @param known those of the settings, and those of the policy that was in force last
 */
public record Standing(SortedSet<AccountId> known, SortedSet<AccountId> paused) {

    /**
     * Reads how it stands.
     *
     * @param configured the accounts of the settings
     * @throws SetupProblem when Kafka does not have the topic or does not answer
     */
    public static Standing read(KafkaClients kafka, Collection<AccountId> configured) {
        SortedSet<AccountId> known = new TreeSet<>(configured);
        SortedSet<AccountId> paused = new TreeSet<>();
        long newest = Long.MIN_VALUE;
        SortedSet<AccountId> cast = new TreeSet<>();
        try (var records = new TopicReader(kafka, "carrier-pause").all(Topics.SETTINGS)) {
            for (ConsumerRecord<byte[], byte[]> record : records.toList()) {
                SettingsVersion version = Json.read(Topics.SETTINGS, record.value());
                if (version instanceof Paused(List<AccountId> accounts)) {
                    paused = new TreeSet<>(accounts);
                } else if (version instanceof PolicyVersion policy
                        && record.timestamp() >= newest) {
                    newest = record.timestamp();
                    cast = new TreeSet<>(policy.policy().cast().keySet());
                }
            }
        }
        known.addAll(cast);
        known.addAll(paused);
        return new Standing(known, paused);
    }

    /**
     * The accounts of these names; all when there are none.
     *
     * @throws SetupProblem for a name that no account has
     */
    public List<AccountId> named(List<String> names) {
        if (known.isEmpty()) {
            throw new SetupProblem(
                    "there is no account", "add one to accounts in the settings, see README");
        }
        List<String> all = known.stream().map(AccountId::value).toList();
        for (String name : names) {
            if (!all.contains(name)) {
                throw new SetupProblem(
                        "no account is named '" + name + "'" + Nearest.hint(name, all),
                        "there are " + String.join(", ", all));
            }
        }
        return names.isEmpty()
                ? List.copyOf(known)
                : names.stream().map(AccountId::new).distinct().toList();
    }

    /** The same with these paused, or not paused any more. */
    public Standing with(Collection<AccountId> accounts, boolean silent) {
        SortedSet<AccountId> next = new TreeSet<>(paused);
        if (silent) {
            next.addAll(accounts);
        } else {
            next.removeAll(accounts);
        }
        return new Standing(known, next);
    }

    /** Those that are not paused. */
    public SortedSet<AccountId> speaking() {
        SortedSet<AccountId> rest = new TreeSet<>(known);
        rest.removeAll(paused);
        return rest;
    }
}
