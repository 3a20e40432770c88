package dev.carrier.cli.pair;

import dev.carrier.contracts.Json;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.SettingsVersion;
import dev.carrier.contracts.SettingsVersion.Asked;
import dev.carrier.contracts.SettingsVersion.Paired;
import dev.carrier.contracts.Topics;
import dev.carrier.runtime.Nearest;
import dev.carrier.runtime.SetupProblem;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.TopicReader;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Who asks to be let in, and who was.
 *
 * @param asked the newest of each person and account, whether the code is good or not
 * @param paired those who are let in now
 */
record Guests(List<Asked> asked, SortedMap<PersonId, Paired> paired) {

    /**
     * Reads how it stands.
     *
     * @throws SetupProblem when Kafka does not have the topic or does not answer
     */
    static Guests read(KafkaClients kafka) {
        SortedMap<String, Asked> asked = new TreeMap<>();
        SortedMap<PersonId, Paired> paired = new TreeMap<>();
        try (var records = new TopicReader(kafka, "carrier-pair").all(Topics.SETTINGS)) {
            for (ConsumerRecord<byte[], byte[]> record : records.toList()) {
                SettingsVersion version = Json.read(Topics.SETTINGS, record.value());
                if (version instanceof Asked one) {
                    asked.merge(one.in().value(), one, Guests::newer);
                } else if (version instanceof Paired one) {
                    paired.put(one.person(), one);
                }
            }
        }
        paired.values().removeIf(one -> !one.admitted());
        return new Guests(List.copyOf(asked.values()), paired);
    }

    private static Asked newer(Asked one, Asked other) {
        return other.at().isBefore(one.at()) ? one : other;
    }

    /** Those who wait now, the longest first. */
    List<Asked> waiting(Instant now) {
        return asked.stream()
                .filter(one -> one.until().isAfter(now) && !paired.containsKey(one.person()))
                .sorted((one, other) -> one.at().compareTo(other.at()))
                .toList();
    }

    /**
     * Who was told this code.
     *
     * @throws SetupProblem when nobody was, or it is no longer good
     */
    Asked with(String code, Instant now) {
        String plain = code.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
        Optional<Asked> found = asked.stream().filter(one -> one.code().equals(plain)).findFirst();
        List<String> good = waiting(now).stream().map(Asked::code).toList();
        if (found.isEmpty()) {
            throw new SetupProblem(
                    "nobody was told the code '" + code + "'" + Nearest.hint(plain, good),
                    "./carrier pair lists who waits");
        }
        if (!found.get().until().isAfter(now)) {
            throw new SetupProblem(
                    "the code " + plain + " ran out at " + Shown.time(found.get().until()),
                    "let them write again, and they are told another");
        }
        return found.get();
    }

    /**
     * Somebody who is let in, by {@code discord:user:ID} or the plain id.
     *
     * @throws SetupProblem when they are not
     */
    PersonId paired(String person) {
        String id = person.contains(":") ? person : "discord:user:" + person;
        List<String> all = paired.keySet().stream().map(PersonId::value).toList();
        if (!all.contains(id)) {
            throw new SetupProblem(
                    "'" + person + "' is not paired" + Nearest.hint(id, all),
                    "./carrier pair lists who is");
        }
        return new PersonId(id);
    }
}
